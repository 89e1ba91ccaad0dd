"""A debate in twenty lines, on whether a city should cap rents."""

from argmap import ArgumentMap, Claim, argued, linked

squeeze = argued(
    Claim("squeeze", "Tenants spend ever more of their wages on rent."),
    because=[
        linked(
            Claim("rose", "Rents rose by a third in five years."),
            Claim("wages", "Wages rose by a tenth in the same years."),
            scheme="cause-to-effect",
        )
    ],
)
relief = Claim("relief", "A cap would stop tenants' costs from rising at once.")
building = Claim("building", "Where rents are capped, fewer flats are built.")
exempt = Claim("exempt", "New buildings would be exempt from the cap.")

ARGUMENT_MAP = ArgumentMap.of(
    argued(
        Claim("cap", "The city should cap rents."),
        because=[linked(squeeze, relief, scheme="practical-reasoning")],
        against=[linked(building, scheme="negative-consequences", against=[exempt])],
    ),
    title="Should the city cap rents?",
)
