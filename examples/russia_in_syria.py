"""The argument of an article on Russia's motives in Syria, sentence by sentence.

Alexander Titov's article of September 2015 stands in `seeds/`. Every claim quotes
the words it rests on, verbatim, slips included; what nobody states is `implicit`.
`speaker` says whose claim it is where the author only reports it. A strength of
one half marks what the author concedes and holds outweighed.
"""

from collections.abc import Iterable
from pathlib import Path

from argmap import (
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Section,
    Source,
)
from argmap.formats import source_text

PATH = "../seeds/000_a8c1fb0f76f8c4dd.txt"
ARTICLE = Source(
    "article",
    "On Russia's motives in Syria",
    author="Alexander Titov",
    date="2015-09",
    path=PATH,
    text=source_text(Path(__file__).parent / PATH),
)
quote = ARTICLE.quote

# What is happening: the reports that raise the question.

intensifies = Claim(
    "support-intensifies",
    "Evidence is emerging that Russia is significantly intensifying its military"
    " support for the Assad government.",
    quotations=[
        quote(
            "Evidence is emerging of a significant intensification of Russia's"
            " military support for the Assad government"
        )
    ],
)
airbase = Claim(
    "airbase",
    "The available evidence suggests that the Russians are preparing an airbase near"
    " Latakia for possible airstrikes in support of the Syrian army.",
    quotations=[
        quote(
            "the available evidence suggests that the Russians are preparing an"
            " airbase near the city of Latakia for possible airstrikes in support of"
            " the Syrian army"
        )
    ],
)
troops = Claim(
    "troops",
    "The available evidence suggests that several hundred Russian troops protect"
    " the airbase near Latakia.",
    quotations=[quote("complete with several hundred Russian troops protecting it")],
)
purpose_obscure = Claim(
    "purpose-obscure",
    "The exact scale and purpose of Russia's latest deployments remain obscure.",
    quotations=[
        quote(
            "the exact scale and purpose of Russia's latest deployments remain obscure"
        )
    ],
)
tartus = Claim(
    "tartus",
    "Russia already operates a navy refuelling facility in the Syrian port of Tartus.",
    quotations=[
        quote(
            "a Russian navy refuelling facility already in operation in the port of"
            " Tartus"
        )
    ],
)
supplies = Claim(
    "decades-of-supplies",
    "The Soviet Union and Russia have supplied the Syrian regime with weapons and"
    " military advisers for decades.",
    quotations=[
        quote(
            "substantial supplies of weapons and military advisers for the Syrian"
            " regime which the Soviet Union and Russia have been supplying Syria for"
            " decades"
        )
    ],
)
western_concern = Claim(
    "western-concern",
    "The West is concerned at Putin's motives for the military build-up in Syria.",
    quotations=[
        quote(
            "Such is the concern in the West at Vladimir Putin's motives for this"
            " military build-up in Russia's war-torn client state"
        )
    ],
)
airspace = Claim(
    "airspace",
    "The reports of the build-up prompted the US to press Greece and Bulgaria to"
    " close their airspace to Russian planes bound for Syria.",
    quotations=[
        quote(
            "the reports prompted the US to put pressure on the Greek and Bulgarian"
            " governments to close their airspace to Russian planes bound for Syria"
        )
    ],
)

BUILD_UP = (
    intensifies,
    airbase,
    troops,
    purpose_obscure,
    tartus,
    supplies,
    western_concern,
    airspace,
    Inference(
        [airbase, troops, tartus, supplies], conclusion=intensifies, scheme="sign"
    ),
    Counterpoint([purpose_obscure], target=airbase, strength=0.5),
    Inference([intensifies], conclusion=western_concern, scheme="cause-to-effect"),
    Inference([airspace], conclusion=western_concern, scheme="sign"),
)

# But what are Putin's motives?

several_motives = Claim(
    "several-motives",
    "Putin has several motives for the military build-up in Syria.",
    implicit=True,
)
global_status = Claim(
    "global-status",
    "Putin clearly wants to confirm Russia's status as a global power with its own"
    " sphere of influence, able to act independently of the US.",
    quotations=[
        quote(
            "the Russian president clearly wants to confirm his country's status as a"
            " global power with its own sphere of influence which is able to act"
            " independently of the US and is not dependent on the approval of"
            " Washington"
        )
    ],
)
breakdown = Claim(
    "breakdown",
    "Russia's relations with the West have broken down over the Ukraine crisis.",
    quotations=[
        quote(
            "This interpretation is supported by the logic of a breakdown in Russia's"
            " relations with the West over the Ukraine crisis"
        )
    ],
)
cold_war = Claim(
    "cold-war",
    "The Cold War has returned.",
    speaker="Some observers",
    quotations=[quote("which led some observers to call a return of the Cold War")],
)
worry = Claim(
    "terrorism-worry",
    "Moscow is extremely worried about the rise of radical Islamic terrorism.",
    quotations=[
        quote(
            "it is also clear that Moscow is extremely worried about the rise of"
            " radical Islamic terrorism"
        )
    ],
)
chechnya = Claim(
    "chechnya",
    "Not long ago Russia fought two bloody wars in Chechnya, mostly against radical"
    " Islamists.",
    quotations=[
        quote(
            "not long ago Russia fought two bloody wars in Chechnya, mostly against"
            " radical Islamists"
        )
    ],
)
muslims = Claim(
    "muslims-in-poor-regions",
    "Some 17m Muslims live in Russia, many of them in its poorest regions in the"
    " North Caucasus.",
    quotations=[
        quote(
            "Its territory is home to some 17m Muslims, many living in its poorest"
            " regions in the North Caucasus"
        )
    ],
)
insurgency = Claim(
    "caucasus-insurgency",
    "An Islamic insurgency continues in the North Caucasus, with periodic bursts of"
    " violence.",
    quotations=[
        quote(
            "where an Islamic insurgency continues and which bubbles up with periodic"
            " bursts of violence"
        )
    ],
)
central_asia = Claim(
    "central-asia-risk",
    "Moscow is aware of the risk of insurgency from predominantly Muslim Central Asia.",
    quotations=[
        quote(
            "Moscow is also aware of the risk of insurgency from predominantly Muslim"
            " Central Asia"
        )
    ],
)
sphere = Claim(
    "central-asia-sphere",
    "Moscow counts Central Asia as part of its sphere of influence.",
    quotations=[quote("which it counts as part of its sphere of influence")],
)
migrants = Claim(
    "central-asia-migrants",
    "Several million people have migrated from Central Asia to work in Russia.",
    quotations=[quote("from where several million have migrated to work in Russia")],
)
vulnerable = Claim(
    "vulnerable-regions",
    "The North Caucasus and Central Asia are vulnerable to the influence of Islamic"
    " State (IS).",
    quotations=[quote("make those regions vulnerable to Islamic State influence")],
)
history = Claim(
    "history-of-insurgency",
    "The North Caucasus and Central Asia have a history of insurgency.",
    quotations=[quote("A history of insurgency")],
)
poverty = Claim(
    "poor-conditions",
    "Economic conditions in the North Caucasus and Central Asia are poor.",
    quotations=[quote("poor economic conditions")],
)
threat = Claim(
    "expansion-of-is",
    "A potential expansion of IS is one of the biggest security threats to the former"
    " Soviet states of the CSTO.",
    speaker="Putin",
    quotations=[
        quote(
            "Putin, recently confirmed that one the biggest security threats to the"
            " former Soviet states that are members of the Moscow-centric Collective"
            " Security Treaty Organisation (CSTO) is a potential expansion of IS in"
            " the Middle East, Europe and the former Soviet Union (FSU)"
        )
    ],
)
training = Claim(
    "is-training",
    "IS indoctrinates and trains nationals of former Soviet countries.",
    speaker="Putin",
    quotations=[
        quote(
            "Putin specifically singled out ideological indoctrination and military"
            " training of nationals in FSU countries by IS"
        )
    ],
)
returning = Claim(
    "returning-fighters",
    "The return home of those whom IS has indoctrinated and trained would be a major"
    " threat to security.",
    speaker="Putin",
    quotations=[quote("said their return home would be a major threat to security")],
)
well_founded = Claim(
    "well-founded",
    "Putin's concerns about IS are well founded.",
    quotations=[quote("His concerns are well founded")],
)
volunteers = Claim(
    "volunteers",
    "An estimated 1,700 volunteers from Russia alone are fighting with IS.",
    quotations=[
        quote(
            "there are an estimated 1,700 volunteers from Russia alone fighting with IS"
        )
    ],
)
origin = Claim(
    "origin-of-volunteers",
    "The volunteers from Russia are mostly from the North Caucasus and Central Asia.",
    quotations=[quote("mostly from the North Caucasus and Central Asia")],
)
halimov = Claim(
    "halimov",
    "The head of the Tajik special forces, Gulmuro Halimov, was reported in June 2015"
    " to have joined IS.",
    quotations=[
        quote(
            "A recent high-profile defection was the head of the Tajik special forces,"
            " Gulmuro Halimov, who was reported in June 2015 to have joined IS"
        )
    ],
)
leverage = Claim(
    "leverage",
    "Putin would be mindful that the more indispensable Russia becomes in Syria, the"
    " more leverage it could have with the West over Ukraine, sanctions and other"
    " issues.",
    quotations=[
        quote(
            "Putin would also be mindful that the more Russia can become an"
            " indispensable player in Syria's civil war – and a potential broker of"
            " peace there – the more leverage it could give Russia with the West over"
            " other issues, especially over Ukraine and the economic sanctions imposed"
            " on Russia"
        )
    ],
)
mend_relations = Claim(
    "mend-relations",
    "However improbable it may sound, a greater foothold in Syria could be a way for"
    " Putin to mend his relations with the West, by building a joint anti-IS"
    " coalition.",
    quotations=[
        quote(
            "However improbable this might sound, increasing his foothold in Syria"
            " could be a way for Putin to mend his relations with the West by building"
            " a joint anti-IS coalition"
        )
    ],
)
coalition_unlikely = Claim(
    "coalition-unlikely",
    "A joint anti-IS coalition of Russia and the West seems unlikely for now.",
    quotations=[quote("This seems unlikely for now")],
)
removal = Claim(
    "removal-of-assad",
    "The removal of Assad is a non-negotiable condition for the West.",
    quotations=[quote("removal of Assad is a non-negotiable condition for the West")],
)
only_way = Claim(
    "regime-only-way",
    "Maintaining the current regime, at least for the present, is the only way to"
    " defeat the extremist insurgency in Syria.",
    speaker="Russia",
    quotations=[
        quote(
            "Russia, which sees maintenance of the current regime, at least for the"
            " present, as the only way to defeat extremist insurgency in Syria"
        )
    ],
)
might_join = Claim(
    "might-join-forces",
    "If the West is serious about defeating IS, and the Assad regime survives with"
    " Russian and Iranian help, the West might at some point have to consider joining"
    " forces with Russia against IS.",
    quotations=[
        quote(
            "But if the West is serious about defeating IS and the Assad regime"
            " survives with the Russian and Iranian help, then at some point it might"
            " have to consider joining forces with Russia against IS"
        )
    ],
)

coalition_objection = Counterpoint([coalition_unlikely], target=mend_relations)
MOTIVES = (
    several_motives,
    global_status,
    breakdown,
    cold_war,
    worry,
    chechnya,
    muslims,
    insurgency,
    central_asia,
    sphere,
    migrants,
    vulnerable,
    history,
    poverty,
    threat,
    training,
    returning,
    well_founded,
    volunteers,
    origin,
    halimov,
    leverage,
    mend_relations,
    coalition_unlikely,
    removal,
    only_way,
    might_join,
    Inference(
        [global_status, worry, leverage, mend_relations], conclusion=several_motives
    ),
    Inference([breakdown], conclusion=global_status, scheme="evidence-to-hypothesis"),
    Inference([breakdown], conclusion=cold_war, scheme="verbal-classification"),
    Inference([chechnya], conclusion=worry, scheme="cause-to-effect"),
    Inference([muslims, insurgency], conclusion=worry, scheme="cause-to-effect"),
    Inference(
        [central_asia, sphere, migrants], conclusion=worry, scheme="cause-to-effect"
    ),
    Inference([vulnerable], conclusion=worry, scheme="cause-to-effect"),
    Inference([history, poverty], conclusion=vulnerable, scheme="cause-to-effect"),
    Inference([threat], conclusion=worry, scheme="sign"),
    Inference([training, returning], conclusion=threat, scheme="cause-to-effect"),
    Inference([well_founded], conclusion=threat),
    Inference([volunteers, origin], conclusion=well_founded, scheme="sign"),
    Inference([halimov], conclusion=well_founded, scheme="example"),
    coalition_objection,
    Inference([removal, only_way], conclusion=coalition_unlikely),
    Counterpoint([might_join], target=coalition_objection),
)

# Towards an 'Alawite Israel'?

difference = Claim(
    "disagreement-on-causes",
    "Russia and the West disagree fundamentally about the causes of the conflict in"
    " Syria.",
    quotations=[
        quote(
            "a fundamental difference in Russia's perception of causes of the Syrian"
            " debacle"
        ),
        quote("the fundamental disagreements about the causes of the conflict"),
    ],
)
must_consider = Claim(
    "must-consider-difference",
    "To understand Russia's involvement in Syria properly, one has to consider how"
    " differently it perceives the causes of the conflict.",
    quotations=[
        quote(
            "To properly understand Russia's involvement in Syria it's necessary to"
            " consider a fundamental difference in Russia's perception of causes of"
            " the Syrian debacle"
        )
    ],
)
popular_will = Claim(
    "popular-will",
    "The uprising against Assad expresses the popular will, within the inevitable"
    " progress of democracy.",
    speaker="The West",
    quotations=[
        quote(
            "The West saw the uprising against Assad as an expression of popular will"
            " within the framework of the inevitable progress of democracy"
        )
    ],
)
more_complex = Claim(
    "more-complex",
    "The conflict in Syria is more complex than an uprising of the popular will.",
    speaker="Russia",
    quotations=[quote("Russia saw the conflict in more complex terms")],
)
diversity = Claim(
    "diverse-society",
    "Syrian society is ethnically and religiously diverse.",
    speaker="Russia",
    quotations=[
        quote(
            "Russia recognised the nature of the Syrian society with its ethnic and"
            " religious diversity"
        )
    ],
)
strong_army = Claim(
    "strong-army",
    "Syria has a strong army.",
    speaker="Russia",
    quotations=[quote("a strong army")],
)
ruling_group = Claim(
    "ruling-group",
    "Syria has a close-knit ruling group.",
    speaker="Russia",
    quotations=[quote("a close-knit ruling group")],
)
rivalries = Claim(
    "regional-rivalries",
    "Complex rivalries divide the Gulf states, Turkey and Iran.",
    quotations=[
        quote("a complex regional rivalries between the Gulf states, Turkey and Iran")
    ],
)
iran = Claim(
    "iran-supports-assad",
    "Iran is Assad's most staunch supporter.",
    quotations=[quote("Iran – Assad's most staunch supporter")],
)
no_swift_demise = Claim(
    "no-swift-demise",
    "The swift demise of the Syrian regime was always unlikely.",
    quotations=[quote("the swift demise of the Syrian regime was always unlikely")],
)
stability = Claim(
    "stability-first",
    "The Kremlin has consistently put stability before revolutionary change.",
    quotations=[
        quote(
            "the Kremlin has consistently prioritised stability over revolutionary"
            " change"
        )
    ],
)
sovereignty = Claim(
    "sovereignty-first",
    "The Kremlin has consistently put sovereign rights before humanitarian"
    " intervention.",
    quotations=[quote("sovereign rights over humanitarian intervention")],
)
made_worse = Claim(
    "intervention-made-worse",
    "The Western interventionist agenda of democratisation has made the situation in"
    " the Middle East worse, from Iraq to Libya and Syria.",
    speaker="Russia",
    quotations=[
        quote(
            "from the Russian point of view, the Western interventionist agenda of"
            " democratisation"
        ),
        quote(
            "has made the situation in the Middle East worse – from Iraq to Libya and"
            " Syria"
        ),
    ],
)
ignored_conditions = Claim(
    "ignored-conditions",
    "The Western interventionist agenda of democratisation ignored local conditions.",
    speaker="Russia",
    quotations=[quote("which ignored local conditions")],
)
no_victory = Claim(
    "no-outright-victory",
    "It seems unlikely that Moscow can hope for an outright victory in Syria's civil"
    " war.",
    quotations=[
        quote(
            "It seems unlikely that Moscow can hope for an outright victory in Syria's"
            " civil war"
        )
    ],
)
compromise = Claim(
    "compromise",
    "Some kind of political compromise with the moderate opposition in Syria is in the"
    " offing.",
    quotations=[
        quote(
            "some kind of political compromise with the moderate opposition is in the"
            " offing"
        )
    ],
)
long_shot = Claim(
    "compromise-long-shot",
    "A political compromise with the moderate opposition in Syria is at best a long"
    " shot.",
    quotations=[quote("This, however, is at best a long shot")],
)
hostility = Claim(
    "hostility-to-assad",
    "There is hostility to Assad in the West.",
    quotations=[quote("the hostility to Assad in the West")],
)
intensity = Claim(
    "intensity-of-conflict",
    "The conflict in Syria is intense.",
    quotations=[quote("the intensity of the conflict in Syria")],
)
survival = Claim(
    "survival-of-state",
    "Russia's immediate priority seems to be the survival of the Syrian state and its"
    " military institutions in the areas it can control.",
    quotations=[
        quote(
            "Instead, the immediate priority seems to be to ensure a survival of the"
            " Syrian state and military institutions in the areas it can control"
        )
    ],
)
alawite_israel = Claim(
    "alawite-israel",
    "The areas that the Syrian state can control would be an “Alawite Israel”.",
    speaker="A Russian observer",
    quotations=[quote('what one Russian observer called an "Alawite Israel"')],
)
contain_is = Claim(
    "strip-contains-is",
    "A strip of land from the Mediterranean coast to Damascus would, with some"
    " external support, be able at least to contain IS.",
    quotations=[
        quote(
            "a strip of land from the Mediterranean coast to Damascus, able to at"
            " least contain IS with some external support"
        )
    ],
)

ALAWITE_ISRAEL = (
    difference,
    must_consider,
    popular_will,
    more_complex,
    diversity,
    strong_army,
    ruling_group,
    rivalries,
    iran,
    no_swift_demise,
    stability,
    sovereignty,
    made_worse,
    ignored_conditions,
    no_victory,
    compromise,
    long_shot,
    hostility,
    intensity,
    survival,
    alawite_israel,
    contain_is,
    Inference([difference], conclusion=must_consider),
    Inference([popular_will, more_complex], conclusion=difference),
    Inference([no_swift_demise], conclusion=more_complex),
    Inference(
        [diversity, strong_army, ruling_group, rivalries, iran],
        conclusion=no_swift_demise,
        scheme="cause-to-effect",
    ),
    Inference([stability, sovereignty], conclusion=more_complex),
    Inference([made_worse], conclusion=more_complex),
    Inference([ignored_conditions], conclusion=made_worse, scheme="cause-to-effect"),
    Inference([no_victory], conclusion=compromise, scheme="alternatives"),
    Counterpoint([long_shot], target=compromise),
    Inference([hostility], conclusion=long_shot),
    Inference([intensity], conclusion=long_shot),
    Inference([no_victory, long_shot], conclusion=survival, scheme="alternatives"),
    Inference(
        [alawite_israel, contain_is],
        conclusion=survival,
        scheme="positive-consequences",
    ),
)

# How can the West respond to Russia's latest initiatives?

sanctions = Claim(
    "more-sanctions",
    "The West could impose more economic sanctions on Russia, to dissuade it from"
    " supporting Assad.",
    quotations=[
        quote(
            "One option would more economic sanctions against Russia in order to"
            " dissuade it from supporting Assad"
        )
    ],
)
presence = Claim(
    "military-presence",
    "The West could increase its military presence, for example by creating no-fly"
    " zones in Syria.",
    quotations=[
        quote(
            "The West could also increase in its military presence, for example by"
            " creating a no-fly zones in Syria"
        )
    ],
)
arm_opposition = Claim(
    "arm-opposition",
    "The West could increase its military support for the opposition in Syria.",
    quotations=[
        quote("Increasing military support for the opposition is another option")
    ],
)
unlikely_hope = Claim(
    "unlikely-hope",
    "The hope that the opposition in Syria could topple Assad before IS does is"
    " unlikely to be fulfilled.",
    quotations=[
        quote("in the unlikely hope that it could topple Assad before IS does")
    ],
)
mirroring = Claim(
    "mirrors-escalation",
    "More pressure from the West, economic or military, would mirror Russia's logic of"
    " escalation.",
    quotations=[quote("This would be mirroring Russia's logic of escalation")],
)
facts_on_ground = Claim(
    "facts-on-the-ground",
    "Russia's logic of escalation aims to force the other side to change its attitudes"
    " by creating new facts on the ground.",
    quotations=[
        quote(
            "Russia's logic of escalation aimed at forcing the other side to change its"
            " attitudes by creating new facts on the ground"
        )
    ],
)
prolonged_war = Claim(
    "prolonged-war",
    "The likely outcome of more pressure from the West would be that Iran and Russia"
    " double their support for Assad and the civil war is perpetuated.",
    quotations=[
        quote(
            "The likely outcome would be a doubling of support for Assad from Iran and"
            " Russia and perpetuating of the civil war"
        )
    ],
)
accept_view = Claim(
    "least-bad-option",
    "The West could accept Russia's view of IS and Assad, and choose the least bad"
    " option.",
    quotations=[
        quote("it could accept Russia's view"),
        quote("choose the least bad option"),
    ],
)
not_both = Claim(
    "not-both-at-once",
    "It is unrealistic to get rid of IS and Assad at the same time.",
    speaker="Russia",
    quotations=[
        quote(
            "Russia's view that it is unrealistic to get rid of IS and Assad at the"
            " same time"
        )
    ],
)
accept_unlikely = Claim(
    "acceptance-unlikely",
    "It seems unlikely for now that the West will accept Russia's view of IS and"
    " Assad.",
    quotations=[quote("The last option seems unlikely for now")],
)
different_solutions = Claim(
    "disagreement-on-solution",
    "Russia and the West disagree fundamentally about the likely solution of the"
    " conflict in Syria.",
    quotations=[
        quote(
            "the fundamental disagreements about the causes of the conflict as well as"
            " about its likely solution"
        )
    ],
)

RESPONSE = (
    sanctions,
    presence,
    arm_opposition,
    unlikely_hope,
    mirroring,
    facts_on_ground,
    prolonged_war,
    accept_view,
    not_both,
    accept_unlikely,
    different_solutions,
    Counterpoint([unlikely_hope], target=arm_opposition),
    Inference(
        [mirroring, facts_on_ground],
        conclusion=prolonged_war,
        scheme="cause-to-effect",
    ),
    Counterpoint([prolonged_war], target=sanctions, scheme="negative-consequences"),
    Counterpoint([prolonged_war], target=presence, scheme="negative-consequences"),
    Counterpoint(
        [prolonged_war], target=arm_opposition, scheme="negative-consequences"
    ),
    Inference([not_both], conclusion=accept_view, scheme="practical-reasoning"),
    Counterpoint([accept_unlikely], target=accept_view),
    Inference([difference, different_solutions], conclusion=accept_unlikely),
    Inference([removal, only_way], conclusion=different_solutions),
)

# Is there any cause for optimism then?

loggerheads = Claim(
    "at-loggerheads",
    "For now, Russia and the West are likely to remain at loggerheads over Syria.",
    implicit=True,
)
consolation = Claim(
    "only-consolation",
    "Perhaps the only consolation is that there are no chemical weapons left in Syria.",
    quotations=[
        quote(
            "Perhaps the only consolation is that there are no chemical weapons left in"
            " Syria"
        )
    ],
)
removed = Claim(
    "weapons-removed",
    "Syria's chemical weapons were removed under a joint US-Russia plan in 2013.",
    quotations=[quote("Those were removed under a joint US-Russia plan in 2013")],
)
only_outcome = Claim(
    "only-positive-outcome",
    "The removal of Syria's chemical weapons sadly remains the only concrete and"
    " positive outcome of Russia's cooperation with the West in the Middle East.",
    quotations=[
        quote(
            "This – sadly – remains the only concrete and positive outcome of Russia's"
            " cooperation with the West in the Middle East"
        )
    ],
)

OPTIMISM = (
    loggerheads,
    consolation,
    removed,
    only_outcome,
    Inference([removed], conclusion=consolation),
    Counterpoint([consolation], target=loggerheads, strength=0.5),
    Inference([coalition_unlikely], conclusion=loggerheads),
    Inference([accept_unlikely], conclusion=loggerheads),
    Inference([only_outcome], conclusion=loggerheads, scheme="sign"),
)


def claims_among(parts: Iterable[Claim | Inference | Counterpoint]) -> list[Claim]:
    """Return the claims: the steps are told where their conclusions are."""
    return [each for each in parts if isinstance(each, Claim)]


ARGUMENT_MAP = ArgumentMap.of(
    ARTICLE,
    *BUILD_UP,
    *MOTIVES,
    *ALAWITE_ISRAEL,
    *RESPONSE,
    *OPTIMISM,
    Section("motives", "But what are Putin’s motives?", members=claims_among(MOTIVES)),
    Section(
        "alawite-israel-section",
        "Towards an ‘Alawite Israel’?",
        members=claims_among(ALAWITE_ISRAEL),
    ),
    Section(
        "response",
        "How can the West respond to Russia’s latest initiatives?",
        members=claims_among(RESPONSE),
    ),
    Section(
        "optimism",
        "Is there any cause for optimism then?",
        members=claims_among(OPTIMISM),
    ),
    title="Russia’s motives in Syria",
    thesis=loggerheads,
)
