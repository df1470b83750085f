"""Publish the JSON Schema of a plan: `python -m rayograph.plan.schema > docs/plan.schema.json`."""

from rayograph.core.plan import plan_schema

if __name__ == "__main__":
    print(plan_schema(), end="")
