# A cache and a queue, as a shop would keep them.

variable "vswitch_id" {
  type = string
}

variable "password" {
  type      = string
  sensitive = true
}

resource "alicloud_kvstore_instance" "cache" {
  db_instance_name = "shop-cache"
  zone_id          = "cn-hangzhou-h"
  vswitch_id       = var.vswitch_id
  instance_class   = "redis.shard.small.2.ce"
  engine_version   = "7.0"
  payment_type     = "PostPaid"
  password         = var.password
  security_ips     = ["10.0.0.0/8"]
  config = {
    "maxmemory-policy" = "volatile-lru"
  }
}

resource "alicloud_redis_tair_instance" "queue" {
  tair_instance_name = "shop-queue"
  instance_type      = "tair_rdb"
  instance_class     = "tair.rdb.2g"
  zone_id            = "cn-hangzhou-h"
  vpc_id             = "vpc-bp1nme44gek34slfc"
  vswitch_id         = var.vswitch_id
  payment_type       = "PayAsYouGo"
  password           = var.password
}
