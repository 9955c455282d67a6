# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads compose files, one YAML document each, from standard input and prints the one service of each as a JSON list."""
import json
import sys

import yaml

services = []
for document in yaml.safe_load_all(sys.stdin.read()):
    (service,) = document["services"].values()
    services.append(service)
json.dump(services, sys.stdout)
