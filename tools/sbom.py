"""``python tools/sbom.py``: what goes into the wheel and what it runs on, as a CycloneDX bill of materials.

It goes into every wheel (PEP 770), so it is made of what is in the checkout and of nothing else: the same checkout
gives the same bytes.  Packages stand in it in the versions that are locked, which are those the tests ran with; what a
wheel asks for when it is installed are the ranges of its metadata.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).parent.parent
SBOM: Final = ROOT / "govreport.cdx.json"
_LOCK: Final = ROOT / "constraints.txt"


def bill() -> str:
    """Make the bill of materials of this checkout.

    Returns:
        CycloneDX 1.6 as JSON.
    """
    project = ProjectMetadata(str(ROOT), PluginManager())
    core = project.core
    library = Component(
        name=core.name,
        version=project.version,
        type=ComponentType.LIBRARY,
        bom_ref=core.name,
        purl=PackageURL("pypi", None, core.name, project.version),
        licenses=[DisjunctiveLicense(id=core.license_expression)],
        description=core.description,
        components=_data(),
    )
    bom = Bom()
    bom.metadata.component = library
    needed = [*_packages(core.dependencies, ComponentScope.REQUIRED)]
    for extra in sorted({*core.optional_dependencies} - {"all"}):  # which is several others
        for package in _packages(core.optional_dependencies[extra], ComponentScope.OPTIONAL):
            known = next((one for one in needed if one.bom_ref == package.bom_ref), None)
            if known is None:
                needed.append(known := package)
            known.properties.add(Property(name="govreport:extra", value=extra))
    for package in needed:
        bom.components.add(package)
    bom.register_dependency(library, needed)
    return _without_the_moment(JsonV1Dot6(bom).output_as_string())


def _data() -> list[Component]:
    """What is in the wheel and is no code: the learned weights."""
    return [
        Component(
            name=file.name,
            type=ComponentType.MACHINE_LEARNING_MODEL,
            bom_ref=file.name,
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sha256(file.read_bytes()).hexdigest())],
        )
        for file in sorted((ROOT / "src/govreport").rglob("*.model"))
    ]


def _packages(asked: list[str], scope: ComponentScope) -> Iterator[Component]:
    """The packages that are asked for, in each version that is locked; what is not locked, without one."""
    lines = [line.partition("#")[0] for line in _LOCK.read_text(encoding="utf-8").splitlines()]
    locked = [Requirement(line) for line in lines if line.strip()]
    for requirement in map(Requirement, asked):
        name = canonicalize_name(requirement.name)
        for one in [one for one in locked if one.name == name] or [Requirement(name)]:
            version = str(one.specifier).removeprefix("==") or None
            component = Component(
                name=name,
                version=version,
                type=ComponentType.LIBRARY,
                bom_ref=f"{name}=={version}" if version else name,
                purl=PackageURL("pypi", None, name, version),
                scope=scope,
            )
            component.properties.add(Property(name="govreport:asked-for", value=str(requirement.specifier)))
            if one.marker:
                component.properties.add(Property(name="govreport:marker", value=str(one.marker)))
            yield component


def _without_the_moment(text: str) -> str:
    """Leave out when it was made, and the number drawn for it: the same checkout gives the same bytes."""
    data = json.loads(text)
    del data["serialNumber"], data["metadata"]["timestamp"]
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def main() -> None:
    """Write the bill of materials of this checkout."""
    SBOM.write_text(bill(), encoding="utf-8")
    print("written", SBOM.name)


if __name__ == "__main__":
    main()
