#!/bin/sh
# The order of a Tair instance, on the command line.
set -eu

aliyun r-kvstore CreateTairInstance \
  --RegionId cn-hangzhou \
  --ZoneId cn-hangzhou-h \
  --InstanceType tair_rdb \
  --InstanceClass tair.rdb.2g \
  --VpcId vpc-bp1nme44gek34slfc \
  --VSwitchId "$VSWITCH" \
  --ChargeType PostPaid \
  --Password "$PASSWORD"
