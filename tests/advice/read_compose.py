# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a compose file from standard input as YAML and prints its one service as JSON."""
import json
import sys

import yaml

document = yaml.safe_load(sys.stdin.read())
(service,) = document["services"].values()
json.dump(service, sys.stdout)
