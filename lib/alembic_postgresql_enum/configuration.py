"""What a project may choose."""

from dataclasses import dataclass
from typing import Callable


@dataclass
class Config:
    add_type_ignore: bool = False
    include_name: Callable[[str], bool] = lambda name: True
    drop_unused_enums: bool = True
    detect_enum_values_changes: bool = True
    force_dialect_support: bool = False
    ignore_enum_values_order: bool = False


_chosen = [Config()]


def set_configuration(config):
    _chosen[0] = config


def get_configuration():
    return _chosen[0]
