//! Files as people write them.

pub(super) const ROS_ALL_REFERENCES_YML: &str = r"ROSTemplateFormatVersion: '2015-09-01'
Parameters:
  Size:
    Type: String
  Version:
    Type: String
  Billing:
    Type: String
  Months:
    Type: Number
  Unit:
    Type: String
  ZoneA:
    Type: String
  CachePassword:
    Type: String
    NoEcho: true
Resources:
  Net:
    Type: ALIYUN::ECS::VPC
    Properties:
      CidrBlock: 192.168.0.0/16
  SubnetA:
    Type: ALIYUN::ECS::VSwitch
    Properties:
      CidrBlock: 192.168.0.0/24
      VpcId:
        Ref: Net
      ZoneId:
        Ref: ZoneA
  TicketCache:
    Type: ALIYUN::REDIS::Instance
    Metadata:
      ALIYUN::ROS::Designer:
        id: 5d0c1b7e-2f64-4c1a-9a83-6b1f0e8d4a57
    Properties:
      InstanceName:
        Fn::Join:
        - '-'
        - - tickets
          - Ref: ALIYUN::StackId
      InstanceClass:
        Ref: Size
      EngineVersion:
        Ref: Version
      ChargeType:
        Ref: Billing
      Period:
        Ref: Months
      PeriodUnit:
        Ref: Unit
      ZoneId:
        Ref: ZoneA
      VpcId:
        Ref: Net
      VSwitchId:
        Ref: SubnetA
      Password:
        Ref: CachePassword
";

pub(super) const ROS_CLOUD_NATIVE_WITH_READER_YML: &str = r"ROSTemplateFormatVersion: '2015-09-01'
Parameters:
  Zone:
    Type: String
  CachePassword:
    Type: String
    NoEcho: true
Resources:
  Net:
    Type: ALIYUN::ECS::VPC
    Properties:
      CidrBlock: 192.168.0.0/16
  Subnet:
    Type: ALIYUN::ECS::VSwitch
    Properties:
      CidrBlock: 192.168.0.0/24
      VpcId:
        Ref: Net
      ZoneId:
        Ref: Zone
  OrderCache:
    Type: ALIYUN::REDIS::Instance
    Properties:
      ChargeType: PostPaid
      InstanceName: 'orders'
      InstanceClass: redis.shard.small.2.ce
      EngineVersion: '7.0'
      ReadOnlyCount: 1
      ZoneId:
        Ref: Zone
      VpcId:
        Ref: Net
      VSwitchId:
        Ref: Subnet
      Password:
        Ref: CachePassword
";

pub(super) const ROS_EXCERPT_YML: &str = r"  PageCache:
    Type: ALIYUN::REDIS::Instance
    Properties:
      InstanceName:
        Ref: ALIYUN::StackName
      InstanceClass: redis.master.small.default
      EngineVersion: '5.0'
      EvictionPolicy: 'noeviction'
      Password:
        Ref: CachePassword
      ZoneId:
        Ref: Zone
      VpcId:
        Ref: NetId
      VSwitchId:
        Ref: SubnetId
";

pub(super) const ROS_LITERAL_PASSWORD_YML: &str = r"ROSTemplateFormatVersion: '2015-09-01'
Parameters:
  Zone:
    Type: String
  NetId:
    Type: String
  SubnetId:
    Type: String
Resources:
  BlogCache:
    Type: ALIYUN::REDIS::Instance
    Properties:
      InstanceName: PlainCacheOne
      InstanceClass: redis.master.small.default
      EvictionPolicy: noeviction
      Password: Maple@614!
      ZoneId:
        Ref: Zone
      VpcId:
        Ref: NetId
      VSwitchId:
        Ref: SubnetId
";

pub(super) const ROS_PLAIN_YML: &str = r"ROSTemplateFormatVersion: '2015-09-01'
Resources:
  PageCache:
    Type: ALIYUN::REDIS::Instance
    Properties:
      InstanceName:
        Ref: ALIYUN::StackName
      InstanceClass: redis.master.small.default
      EngineVersion: '5.0'
      EvictionPolicy: 'noeviction'
      Password:
        Ref: CachePassword
      ZoneId:
        Ref: Zone
      VpcId:
        Ref: NetId
      VSwitchId:
        Ref: SubnetId
";

pub(super) const ROS_PREPAY_PROPERTIES_OF_2021_YML: &str = r"ROSTemplateFormatVersion: '2015-09-01'
Resources:
  CartCache:
    Properties:
      BackupPolicy:
        Ref: Nightly
      Capacity:
        Ref: Gigabytes
      EngineVersion:
        Ref: Version
      EvictionPolicy:
        Ref: Eviction
      InstanceClass:
        Ref: Size
      InstanceConnection:
        Ref: Address
      InstanceMaintainTime:
        Ref: Window
      InstanceName:
        Ref: Called
      Password:
        Ref: CachePassword
      Period:
        Ref: Months
      SSLEnabled:
        Ref: Tls
      SecurityGroupId:
        Ref: Guard
      Tags:
        Ref: Labels
      VSwitchId:
        Ref: Subnet
      VpcId:
        Ref: Net
      VpcPasswordFree:
        Ref: Open
      ZoneId:
        Ref: Zone
    Type: ALIYUN::REDIS::PrepayInstance
";

pub(super) const ROS_PROPERTIES_OF_2021_JSON: &str = r#"{
  "ROSTemplateFormatVersion": "2015-09-01",
  "Resources": {
    "PageCache": {
      "Type": "ALIYUN::REDIS::Instance",
      "Properties": {
        "EngineVersion": {
          "Ref": "Version"
        },
        "EvictionPolicy": {
          "Ref": "Eviction"
        },
        "ZoneId": {
          "Ref": "Zone"
        },
        "VSwitchId": {
          "Ref": "Subnet"
        },
        "SecurityGroupId": {
          "Ref": "Guard"
        },
        "InstanceMaintainTime": {
          "Ref": "Window"
        },
        "InstanceClass": {
          "Ref": "Size"
        },
        "VpcPasswordFree": {
          "Ref": "Open"
        },
        "InstanceConnection": {
          "Ref": "Address"
        },
        "InstanceName": {
          "Ref": "Called"
        },
        "VpcId": {
          "Ref": "Net"
        },
        "SSLEnabled": {
          "Ref": "Tls"
        },
        "Capacity": {
          "Ref": "Gigabytes"
        },
        "Tags": {
          "Ref": "Labels"
        },
        "BackupPolicy": {
          "Ref": "Nightly"
        },
        "Password": {
          "Ref": "CachePassword"
        }
      }
    }
  }
}
"#;

pub(super) const ROS_SHORT_TAGS_YML: &str = r"ROSTemplateFormatVersion: '2015-09-01'
Description: a small shop

Resources:
  # sessions
  SessionCache:
    Type: ALIYUN::REDIS::Instance
    Properties:
      InstanceName: small-shop-session-kv
      InstanceClass: redis.master.small.default
      VpcId: !Ref Net
      VSwitchId: !Ref Subnet
      Password: !Ref CachePassword
";

pub(super) const ROS_TAIR_NODE_TYPE_YML: &str = r"ROSTemplateFormatVersion: '2015-09-01'
Parameters:
  Zone:
    Type: String
  Size:
    Type: String
  CachePassword:
    Type: String
    NoEcho: true
Resources:
  Net:
    Type: ALIYUN::ECS::VPC
    Properties:
      CidrBlock: 192.168.0.0/16
  Subnet:
    Type: ALIYUN::ECS::VSwitch
    Properties:
      CidrBlock: 192.168.0.0/24
      VpcId:
        Ref: Net
      ZoneId:
        Ref: Zone
  StockCache:
    Type: ALIYUN::REDIS::Instance
    Properties:
      ProductType: Tair_rdb
      NodeType: double
      InstanceClass:
        Ref: Size
      EngineVersion: '7.0'
      EvictionPolicy: noeviction
      InstanceName:
        Fn::Sub: stock
      ZoneId:
        Ref: Zone
      VpcId:
        Ref: Net
      VSwitchId:
        Ref: Subnet
      Password:
        Ref: CachePassword
";

pub(super) const ROS_TAIR_STORAGE_YML: &str = r"ROSTemplateFormatVersion: '2015-09-01'
Parameters:
  Zone:
    Type: String
  Size:
    Type: String
  CachePassword:
    Type: String
    NoEcho: true
Resources:
  ShopNet:
    Type: ALIYUN::ECS::VPC
    Properties:
      CidrBlock: 192.168.0.0/16
  ShopSubnet:
    Type: ALIYUN::ECS::VSwitch
    Properties:
      CidrBlock: 192.168.0.0/24
      VpcId:
        Ref: ShopNet
      ZoneId:
        Ref: Zone
  CartCache:
    Type: ALIYUN::REDIS::Instance
    Properties:
      EngineVersion: '5.0'
      ProductType: 'Tair_rdb'
      InstanceClass:
        Ref: Size
      TairConfig:
        ShardCount: 1
        Storage: 20
        StorageType: essd_pl1
      InstanceName:
        Fn::Join:
          - '-'
          - - cart
            - Ref: ALIYUN::StackId
      Password:
        Ref: CachePassword
      ZoneId:
        Ref: Zone
      VpcId:
        Ref: ShopNet
      VSwitchId:
        Ref: ShopSubnet
";

pub(super) const PULUMI_PAGE_CACHE_YAML: &str = r"configuration:
  called:
    type: string
    default: shop-pages
resources:
  net:
    type: alicloud:vpc:Network
    properties:
      vpcName: ${called}
      cidrBlock: 10.8.0.0/16
  subnet:
    type: alicloud:vpc:Switch
    properties:
      vpcId: ${net.id}
      cidrBlock: 10.8.0.0/24
      zoneId: ${places.zones[0].id}
  pageCache:
    type: alicloud:kvstore:Instance
    name: pageCache-main
    properties:
      dbInstanceName: ${called}
      vswitchId: ${subnet.id}
      resourceGroupId: ${groups.ids[0]}
      instanceType: Redis
      engineVersion: '5.0'
      instanceClass: redis.master.large.default
      zoneId: ${places.zones[0].id}
      securityIps:
        - 10.40.7.19
      config:
        appendonly: yes
        lazyfree-lazy-eviction: yes
      tags:
        Part: pages
  address:
    type: alicloud:kvstore:Connection
    properties:
      instanceId: ${pageCache.id}
      connectionStringPrefix: shoppageconnection
      port: '6370'
variables:
  places:
    fn::invoke:
      function: alicloud:kvstore:getZones
      arguments: {}
  groups:
    fn::invoke:
      function: alicloud:resourcemanager:getResourceGroups
      arguments:
        status: OK
";

pub(super) const CROSSPLANE_INSTANCE_YAML: &str = r#"apiVersion: tair.alibabacloud.crossplane.io/v1alpha1
kind: Instance
metadata:
  name: basket
  labels:
    shop.example.org/part: basket
spec:
  forProvider:
    region: cn-hangzhou
    zoneId: cn-hangzhou-b
    vswitchIdSelector:
      matchLabels:
        shop.example.org/part: basket
    dbInstanceName: basket_and_orders
    instanceType: Redis
    instanceClass: redis.master.large.default
    engineVersion: "5.0"
#    resourceGroupId: ${data.alicloud_resource_manager_resource_groups.shop.ids.0}
    securityIps:
    - 10.40.7.19
    config:
      appendonly: "yes"
      lazyfree-lazy-eviction: "yes"
    tags:
      Part: basket
"#;

pub(super) const OTHER_ANSIBLE_YML: &str = r#"- name: Order a cache
  ali_rds_instance:
    region: cn-hangzhou
    zone: cn-hangzhou-h
    vswitch_id: "{{ subnet }}"
    instance_name: our-small-cache-1
    instance_class: redis.master.small.default
    engine_version: "5.0"
    security_ips: "10.0.0.0/8"
"#;

pub(super) const OTHER_NO_ENVELOPE_YAML: &str = r"# cache
Redis:
  ZoneId: cn-hangzhou-h
  NodeType: master_slave
  ArchitectureType: standard
  InstanceClass: redis.amber.master.large
  Capacity: 16384
  EngineVersion: 7.0

  BackupPolicy:
    EnableBackupLog: true
    PreferredBackupTime: 03:00Z-04:00Z
    PreferredBackupPeriod: Monday,Wednesday,Friday

  MaxMemoryPolicy: allkeys_lru
  EvictionPolicy: allkeys_lru

  Tags:
    - Key: Stage
      Value: live
    - Key: Part
      Value: cost-list
";

pub(super) const OTHER_OPENMCF_YAML: &str = r#"apiVersion: alicloud.openmcf.org/v1
kind: AliCloudRedisInstance
metadata:
  name: stock-cache
  org: corner-shop
  env: live
spec:
  region: cn-shanghai
  zoneId: cn-shanghai-a
  secondaryZoneId: cn-shanghai-b
  vswitchId:
    valueFrom:
      name: live-vswitch-1
  instanceClass: redis.sharding.mid.default
  engineVersion: "7.0"
  shardCount: 4
  readOnlyCount: 2
  password: "${CACHE_PW}"
  securityIps:
    - "10.0.0.0/8"
  securityGroupId: sg-shop-tier
  config:
    timeout: "300"
    maxmemory-policy: allkeys-lru
  backupTime: "03:00Z-04:00Z"
  backupPeriod: [Monday, Wednesday, Friday]
  maintainEndTime: "06:00Z"
  maintainStartTime: "02:00Z"
  instanceReleaseProtection: true
  resourceGroupId: rg-live-shop
  tags:
    owner: stock
"#;

pub(super) const OTHER_WORKFLOW_STEP_YML: &str = r#"- name: Order the cache
  run: |
    jdc --output json redis create-cache-instance \
      --region-id "${{ env.PLACE }}" \
      --cache-instance-name "shop-kv-${{ env.STAGE }}" \
      --cache-instance-class "${{ env.CACHE_SIZE }}" \
      --vpc-id "${{ env.NET }}" \
      --subnet-id "${{ env.SUBNET }}" \
      > order.json
"#;
