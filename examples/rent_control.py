"""A debate in thirty lines, on whether a city should cap rents."""

from argmap import ArgumentMap, Claim, Counterpoint, Inference

cap = Claim("cap", "The city should cap rents.")
rose = Claim("rose", "Rents rose by a third in five years.")
wages = Claim("wages", "Wages rose by a tenth in the same years.")
squeeze = Claim("squeeze", "Tenants spend ever more of their wages on rent.")
relief = Claim("relief", "A cap would stop tenants' costs from rising at once.")
building = Claim("building", "Where rents are capped, fewer flats are built.")
exempt = Claim("exempt", "New buildings would be exempt from the cap.")

ARGUMENT_MAP = ArgumentMap(
    [cap, rose, wages, squeeze, relief, building, exempt],
    [
        Inference([rose, wages], conclusion=squeeze, scheme="cause-to-effect"),
        Inference([squeeze, relief], conclusion=cap, scheme="practical-reasoning"),
    ],
    counterpoints=[
        objection := Counterpoint(
            [building], target=cap, scheme="negative-consequences"
        ),
        Counterpoint([exempt], target=objection),
    ],
    title="Should the city cap rents?",
    thesis=cap,
)
