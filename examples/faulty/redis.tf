resource "alicloud_kvstore_instance" "session" {
  db_instance_name = "会话 缓存"
  zone_id          = "cn-hangzhou-h"
  vswitch_id       = "vsw-bp1e7clcw529l773d"
  instance_class   = "redis.shard.smal.2.ce"
  engine_version   = "7"
  payment_type     = "PrePaid"
  period           = 10
  security_ips     = ["0.0.0.0/0"]
}
