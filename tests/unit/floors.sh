#!/bin/sh
# The checker of includes finds what it should.
cd "$TOP" && tools/floors.sh --self-test
