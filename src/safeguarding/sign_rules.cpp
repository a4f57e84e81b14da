#include "safeguarding/sign_rules.hpp"

#include <array>

namespace safeguarding {
namespace {

constexpr std::array all{
    // An adult who hurts a child, or another adult at home.
    Phrase{Sign::harm, "@who &4 $strikes @whom", "$pretended pillow snowball snowballs chess", 0},
    Phrase{Sign::harm, "@who &4 $strikes %2 @adult", "$pretended chess cards", 0},
    Phrase{
        Sign::harm,
        "@who &4 $strikes|$handles the|his|her|my|their ~1 $little",
        "$pretended chess cards swing swings ball",
        0},
    Phrase{Sign::harm, "mums|dads friend|bloke &4 $strikes|$handles @whom", "$pretended", 0},
    Phrase{
        Sign::harm,
        "he|she|they|i &2 be|is|are|am|gets|get|was $struck when|if|for|whenever|because",
        "feelings",
        0},
    Phrase{Sign::harm, "fight|fighting|fought ~2 with $weapon", "$pretended"},
    Phrase{
        Sign::harm,
        "@who &4 $handles @whom over|into|down|against|across|onto|off|downstairs|hard|by|around|until",
        "$pretended swing swings slide sledge pool swimming school trolley",
        0},
    Phrase{Sign::harm, "@who &4 $handles %2 @adult", "$pretended swing", 0},
    Phrase{Sign::harm, "@who &3 threw|throws|throwing ~4 at @whom", "ball snowball pillow frisbee", 0},
    Phrase{Sign::harm, "@who &3 threw|throws|throwing ~4 at %2 @adult", "ball snowball pillow frisbee", 0},
    Phrase{Sign::harm, "he|she|they &2 kill|hurt|stab %2 @adult", "$pretended", 0, true},
    Phrase{Sign::harm, "mum|dad|parents &4 $strikes each other", "", 0},
    Phrase{
        Sign::harm,
        "@who &4 $blows his|her|my|their ~1 arm|hand|hands|face|legs|bottom|cheek|stomach|tummy|ribs",
        "$accident",
        0},
    Phrase{
        Sign::harm,
        "@who &4 pull|pulls|pulled|pulling|yanks|yanked|grabs|grabbed|squeezed ~1 hair|ear|ears|neck|throat",
        "",
        0},
    Phrase{
        Sign::harm,
        "$be beaten|battered|belted|strangled|whipped",
        "game match final race team score chess draughts cards rounders football netball"},
    Phrase{Sign::harm, "someone|somebody is|was|keeps ~1 hurting|hitting|touching @whom", "playtime game"},
    Phrase{Sign::harm, "tie|ties|tied @whom up|to|down", "shoe shoes shoelaces laces $pretended"},
    Phrase{
        Sign::harm,
        "make|makes|made|forces|forced @whom ~2 kneel|undress|strip|beg|outside",
        "coat playtime"},
    Phrase{
        Sign::harm,
        "hear|hears|heard|sees|saw ~1 mum|dad|mummy|daddy ~2 hurt|hit|strangled|beaten|punched|screaming"},
    Phrase{Sign::harm, "burned|burnt|burns ~3 with ~1 iron|cigarette|cigarettes|lighter"},
    Phrase{Sign::harm, "@who &3 threatened|threatens|threatening", "$pretended", 0},
    Phrase{Sign::harm, "$struck by %3 @adult", "$pretended feelings feels felt feel feeling"},
    Phrase{Sign::harm, "$struck by someone|somebody at|in home|house"},
    Phrase{Sign::harm, "$be $struck ~3 at home", "$pretended $accident dog cat oven iron"},
    Phrase{Sign::harm, "$speaks ~4 someone|somebody hurts|hits|touches|smacks|beats"},
    Phrase{Sign::harm, "someone|somebody at|in ~1 home|house ~2 $strikes @whom"},
    Phrase{Sign::harm, "he|she|they &3 $strikes me", "$accident friend class lunch game", 0, true},
    Phrase{
        Sign::harm,
        "gets|got|get|getting|given|gave|gives ~1 the|a|another|good belt|slipper|cane|smack|beating|hiding"},
    Phrase{Sign::harm, "$strikes @whom with ~1 belt|slipper|cable|hanger|cane|whip|hammer"},
    Phrase{
        Sign::harm,
        "abuse|abused|abuses|abusing|abuser|fgm|trafficked|exploited",
        "$lesson language verbally"},
    Phrase{Sign::harm, "neglect|neglected|neglects", "homework reading work plant garden"},
    Phrase{Sign::harm, "domestic violence"},
    Phrase{Sign::harm, "violent|violence ~2 home"},
    Phrase{Sign::harm, "violent ~2 @adult", "$pretended"},
    Phrase{Sign::harm, "disclosed|discloses|disclosing|disclosure"},
    Phrase{Sign::harm, "police ~3 house|home|flat|door", "$lesson $pretended visitor"},
    Phrase{Sign::harm, "kicked|kicks|throws|threw @whom out", "", 0},

    // Touching, and what is sexual.
    Phrase{Sign::touching, "$touches ~5 $private"},
    Phrase{Sign::touching, "$touches %2 bits|bottom", "pool page sea list line"},
    Phrase{Sign::touching, "@who &3 $touches @whom", "arm shoulder hand head back elbow", 0},
    Phrase{Sign::touching, "$touches @whom ~2 there|where|inappropriately|bed|night"},
    Phrase{Sign::touching, "private|privates parts|part|bits|area", "$lesson"},
    Phrase{Sign::touching, "show|shows|showed|shown|sent|sees|saw ~3 willy|penis|privates|private|naked"},
    Phrase{Sign::touching, "naked|nude|nudes|undressed", "$lesson sculpture"},
    Phrase{
        Sign::touching,
        "sex|sexual|sexually|sexualised|sexting|porn|pornography|rape|raped|molested|incest",
        "$lesson same opposite"},
    Phrase{
        Sign::touching,
        "no|without|off|took|take|takes ~2 clothes on|off",
        "swimming pool wet paint pe costume warm"},
    Phrase{Sign::touching, "in|inside|down ~1 pants|knickers|underwear", "$accident"},
    Phrase{Sign::touching, "make|makes|made|told|forced @whom ~1 take ~1 top|clothes|trousers|pants|shirt"},
    Phrase{
        Sign::touching,
        "kiss|kisses|kissed|kissing|lick|licks|licked @whom|children|kids ~2 there|lips|tongue"},
    Phrase{
        Sign::touching, "man|men|adult|boy|boys|uncle ~1 touching|touches|touched ~1 girl|boy|child|girls"},
    Phrase{
        Sign::touching,
        "rude|nude|dirty|inappropriate|naked pictures|photos|pics|picture|photo|videos|messages"},
    Phrase{Sign::touching, "sore|hurts|hurt|bleeding ~1 down there|below"},
    Phrase{Sign::touching, "made|forced|going to marry", "$pretended"},
    Phrase{Sign::touching, "groomed|grooming", "dog dogs cat pony horse"},
    Phrase{
        Sign::touching, "photo|photos|picture|pictures|video|videos ~3 undressed|naked|bath|underwear|body"},
    Phrase{
        Sign::touching,
        "uncle|boyfriend|stepdad|stepfather|man|grandad|brother|cousin|neighbour|lodger|babysitter ~3 "
        "comes|came|climbs|climbed|gets|got into|in ~1 bed"},
    Phrase{
        Sign::touching,
        "stranger|strangers|man|someone|somebody|adult ~4 "
        "online|internet|snapchat|roblox|whatsapp|discord|tiktok ~6 "
        "meet|photo|photos|picture|pictures|secret|address|messages|messaging",
        "$lesson"},
    Phrase{
        Sign::touching,
        "older boys|boy|men|man|lads ~4 gave|give|gives|giving|made|make|makes ~3 "
        "money|phone|packages|parcels|drugs|vape|vapes|carry|deliver"},
    Phrase{Sign::touching, "county lines"},

    // Told to keep quiet.
    Phrase{Sign::told_to_keep_quiet, "our ~1 secret", "$treat", 0},
    Phrase{Sign::told_to_keep_quiet, "keep|keeps|kept|keeping ~2 secret|secrets", "$treat friend", 0},
    Phrase{Sign::told_to_keep_quiet, "secret|secrets ~5 $no ~1 tell", "$treat", 0},
    Phrase{
        Sign::told_to_keep_quiet,
        "bad|horrible|special|scary secret|secrets ~2 with|about|from|dad|mum",
        "$treat $lesson"},
    Phrase{
        Sign::told_to_keep_quiet,
        "not to tell|say anyone|anybody|anything|mum|dad|people|teachers|school|nan",
        "$treat lies tales",
        0},
    Phrase{
        Sign::told_to_keep_quiet,
        "told|tells|said|says|made|asked|warned|promise|promised|swear|swore ~4 not to tell",
        "$treat lies tales joke jokes",
        0},
    Phrase{Sign::told_to_keep_quiet, "must|should not|never tell", "$treat lies tales joke jokes how why", 0},
    Phrase{Sign::told_to_keep_quiet, "mustnt|not|isnt|arent|never ~1 allowed to tell|say|talk", "$treat", 0},
    Phrase{Sign::told_to_keep_quiet, "is a secret", "$treat", 0},
    Phrase{Sign::told_to_keep_quiet, "taken|sent away if", "", 0},
    Phrase{Sign::told_to_keep_quiet, "because ~2 would|will ~1 go|be ~1 to|in prison", "", 0},
    Phrase{Sign::told_to_keep_quiet, "tell ~1 soul", "", 0},
    Phrase{Sign::told_to_keep_quiet, "must not|never say what|anything", "$treat", 0},
    Phrase{Sign::told_to_keep_quiet, "mustnt say what|anything", "$treat", 0},
    Phrase{Sign::told_to_keep_quiet, "mustnt tell", "$treat lies tales", 0},
    Phrase{
        Sign::told_to_keep_quiet,
        "said|says|saying|told|please|and|but dont|never tell",
        "$treat lies tales how why",
        0},
    Phrase{Sign::told_to_keep_quiet, "dont tell mum|dad|anyone|anybody|my|them", "$treat how why what", 0},
    Phrase{Sign::told_to_keep_quiet, "in|into ~1 trouble if ~3 tell|tells|told|says"},
    Phrase{
        Sign::told_to_keep_quiet,
        "if ~3 tell|tells|told|says ~6 hurt|kill|hit|away|prison|police",
        "$lesson"},

    // Hurting themselves, or not wanting to live.
    Phrase{Sign::self_harm, "self harm|harms|harmed|harming|injury|injures|injuring"},
    Phrase{Sign::self_harm, "selfharm|selfharms|selfharmed|selfharming|suicide|suicidal|overdose|overdosed"},
    Phrase{
        Sign::self_harm,
        "hurt|hurts|hurting|harm|harms|harmed|harming|cut|cuts|cutting|burn|burns|burning|hits|hitting|"
        "punches|"
        "punching|bites|biting|strangle|strangling|choke|choking $self",
        "$accident accident accidentally paper scissors glass nail"},
    Phrase{Sign::self_harm, "kill|kills|killing|killed|hang|hanging $self"},
    Phrase{
        Sign::self_harm,
        "cuts|cutting|slit|slits|slitting %2 arms|arm|wrist|wrists|legs|leg|thighs|skin",
        "$accident paper doll puppet clay"},
    Phrase{Sign::self_harm, "cut %2 wrist|wrists|arms|thighs", "$accident paper doll puppet clay"},
    Phrase{Sign::self_harm, "$wants to die", "$pretended"},
    Phrase{Sign::self_harm, "$wants to be dead", "$pretended"},
    Phrase{
        Sign::self_harm,
        "wish|wishes|wished|wishing he|she|i|they|that ~1 was|were|are ~1 dead",
        "wasnt werent"},
    Phrase{Sign::self_harm, "never ~1 been born", "", 0},
    Phrase{Sign::self_harm, "better off ~3 dead|gone"},
    Phrase{Sign::self_harm, "better off without me"},
    Phrase{Sign::self_harm, "rather be dead"},
    Phrase{Sign::self_harm, "$no want|wants|wanted to be alive|dead", "", 0},
    Phrase{Sign::self_harm, "$no want|wants|wanted to live any|anymore", "", 0},
    Phrase{Sign::self_harm, "$no want|wants|wanted to wake up ever|again", "", 0},
    Phrase{Sign::self_harm, "$no worth living", "", 0},
    Phrase{Sign::self_harm, "$wants|wish|wishes ~6 never|not wake up", "", 0},
    Phrase{Sign::self_harm, "$wants|wish|wishes|wished ~2 disappear|vanish", "$pretended magic trick"},
    Phrase{
        Sign::self_harm,
        "nobody|one|noone would miss|care|notice ~1 if ~1 died|dead|gone|was|were|disappeared",
        "",
        0},
    Phrase{Sign::self_harm, "no|any|without reason ~1 to live|living", "", 0},
    Phrase{Sign::self_harm, "no point ~1 living|alive", "", 0},
    Phrase{Sign::self_harm, "end|ending|ended|take|taking ~1 own life"},
    Phrase{Sign::self_harm, "end|ending his|her|their|my|it life|all"},
    Phrase{Sign::self_harm, "swallowed|swallow|drank|drinks|drink ~3 tablets|pills|bleach|poison"},
    Phrase{Sign::self_harm, "took|taken %2 tablets|pills|medication", "doctor epilepsy adhd"},
    Phrase{Sign::self_harm, "jump|jumps|jumping|jumped off|out|from ~3 bridge|window|roof", "$pretended"},
    Phrase{
        Sign::self_harm,
        "run|walk|step|stand|jump|runs|walks|ran|walked in front of ~2 car|cars|train|traffic|lorry|bus",
        "$pretended"},
    Phrase{Sign::self_harm, "until|till ~3 bleed|bleeds|bled|bleeding"},

    // Running away, being missing.
    Phrase{Sign::running_away, "$flees away ~1 from %2 home|house|carers|placement"},
    Phrase{Sign::running_away, "$wants to run away tonight|forever|and|so|again|for"},
    Phrase{
        Sign::running_away, "plan|plans|planning|planned|packed|packing ~5 run|running away", "$pretended"},
    Phrase{Sign::running_away, "$speaks ~5 run|running away from home"},
    Phrase{
        Sign::running_away, "went|gone|goes|go|going missing ~4 night|overnight|hours|weekend|police|home"},
    Phrase{Sign::running_away, "missing from home"},
    Phrase{Sign::running_away, "police ~3 found|brought|looking|picked", "$lesson $pretended"},
    Phrase{Sign::running_away, "$flees out|off of|from|into ~1 house|home|night", "", 3},
    Phrase{Sign::running_away, "out ~1 all night"},
    Phrase{Sign::running_away, "sleep|sleeps|slept|sleeping rough"},
    Phrase{Sign::running_away, "sleep|sleeps|slept|sleeping ~2 on|in ~1 street|streets|park|doorway"},
    Phrase{Sign::running_away, "didnt|not|never come|came ~1 home|back ~2 night", "", 0},

    // Weapons.
    Phrase{
        Sign::weapon,
        "carry|carries|carried|carrying|bring|brings|brought|bringing|hid|hides|hidden|hiding|keeps|kept|"
        "pulled|pulls|"
        "held|holds|holding|had|has|have|got|gets|showed|waved|buy|bought ~4 $weapon",
        "$kitchen $pretended $lesson"},
    Phrase{
        Sign::weapon,
        "$weapon ~4 bag|pocket|bed|pillow|school|throat|room|house|flat|home",
        "$kitchen $pretended $lesson"},
    Phrase{
        Sign::weapon,
        "came|comes|went|goes|ran|chased|threatened|threatens|threatening ~4 with %2 $weapon",
        "$kitchen $pretended"},
    Phrase{Sign::weapon, "$self with ~1 $weapon", "$kitchen $pretended"},
    Phrase{
        Sign::weapon,
        "stab|stabs|stabbed|stabbing @whom|someone|somebody|people|mum|dad",
        "$pretended pencil"},
    Phrase{Sign::weapon, "been|get|gets|got|was|were stabbed|shot", "$pretended game pencil"},

    // Not looked after.
    Phrase{Sign::neglect, "no|any|enough food ~3 home|house|flat|cupboard|cupboards|fridge|weekend", "", 0},
    Phrase{Sign::neglect, "never|no|nothing|empty ~3 fridge|cupboard|cupboards", "$pretended milk class", 0},
    Phrase{Sign::neglect, "look|looks|looking|looked|care|cares|caring after|for ~4 by|on ~1 $self|own"},
    Phrase{Sign::neglect, "leave|leaves|left @whom ~1 in ~1 car|pub|house|flat|street|shop"},
    Phrase{Sign::neglect, "$no ~2 taken|take|took ~2 to ~1 doctor|doctors|hospital|dentist", "", 0},
    Phrase{Sign::neglect, "$no ~1 washed|wash|bath|bathed|shower ~2 for|in|since ~1 week|weeks|days", "", 0},
    Phrase{Sign::neglect, "food from|out ~3 bin|bins"},
    Phrase{Sign::neglect, "nothing to eat ~4 home|house|flat|weekend|night|yesterday|all", "", 0},
    Phrase{
        Sign::neglect,
        "not|isnt|wasnt|never|hasnt|doesnt|arent|havent ~1 fed",
        "fish hamster rabbit rabbits cat dog pet pets guinea chickens ducks birds",
        0},
    Phrase{
        Sign::neglect,
        "$no ~1 eaten ~2 since|all|for yesterday|friday|thursday|day|days|weekend|the",
        "school lunch",
        0},
    Phrase{Sign::neglect, "bed|school|in|home hungry"},
    Phrase{Sign::neglect, "bed|home|without|no ~1 without|no ~1 food|tea|dinner|supper"},
    Phrase{Sign::neglect, "on ~1 own ~2 until|till midnight|late|night|morning"},
    Phrase{
        Sign::neglect,
        "feeds|feed|feeding|cooks ~2 for|brothers|brother|sisters|sister|baby ~4 alone|every|because|all"},
    Phrase{Sign::neglect, "sleeps all day and|so|while", "cat baby works night nights"},
    Phrase{Sign::neglect, "hungry ~1 at home|night|weekends"},
    Phrase{Sign::neglect, "home alone", "film movie watched watch watching", 0},
    Phrase{
        Sign::neglect,
        "alone|unsupervised ~1 at|in ~1 home|house|flat",
        "feels felt feel feeling lonely plays played play"},
    Phrase{
        Sign::neglect,
        "left|leave|leaves|leaving ~3 alone|own ~2 "
        "night|overnight|evening|evenings|weekend|hours|day|days|home|house|flat"},
    Phrase{
        Sign::neglect, "nobody|one|noone ~1 home|in|there when|after ~3 home|school|gets|got|wakes", "", 0},
    Phrase{Sign::neglect, "clothes|hair|bedding are|is|were|was ~1 filthy|soiled|stinking"},
    Phrase{Sign::neglect, "dirty|filthy|same|soiled clothes|uniform|pyjamas ~3 every|all|days|week|again"},
    Phrase{
        Sign::neglect,
        "smell|smells|smelled|smelling|smelt ~2 of|like ~1 urine|wee|cannabis|weed|alcohol|poo"},
    Phrase{Sign::neglect, "unwashed|malnourished"},
    Phrase{Sign::neglect, "sleep|sleeps|slept|sleeping on ~1 floor", "sleepover camp camping tent party"},
    Phrase{Sign::neglect, "no|any bed|heating|electric|electricity|gas ~2 home|house|flat|sleep", "", 0},
    Phrase{Sign::neglect, "no bed|heating|electricity at", "", 0},
    Phrase{Sign::neglect, "lock|locks|locked @whom in|out|inside|outside", "toilet gate"},
    Phrase{Sign::neglect, "lock|locks|locked in|inside %2 room|bedroom|cupboard|shed|cellar|garage|attic"},
    Phrase{
        Sign::neglect,
        "@adult ~5 drunk|drugs|weed|cannabis|cocaine|heroin|vodka|needles|unconscious|overdosed",
        "$lesson tea water juice milk coffee squash"},
    Phrase{Sign::neglect, "@who ~1 wouldnt|wont wake up", "", 0},
    Phrase{
        Sign::neglect,
        "gave|gives|give|given|giving ~2 beer|alcohol|vodka|wine|vape|vapes|cigarette|cigarettes|drugs|weed",
        "talk"},

    // An injury that is not explained.
    Phrase{Sign::injury, "bruise|bruises|bruised|bruising", "$accident banana apple apples fruit ego"},
    Phrase{Sign::injury, "black eye|eyes", "$accident $pretended"},
    Phrase{Sign::injury, "cigarette|burn|bite|belt|finger|choke mark|marks|burns", "$accident"},
    Phrase{
        Sign::injury,
        "burn|burns|bite|bites|lump|lumps on %2 arm|arms|leg|legs|neck|back|face|hand|shoulder",
        "$accident insect"},
    Phrase{
        Sign::injury,
        "mark|marks|scar|scars|welt|welts|handprint|cuts|scratches ~2 on|along|up|across|down %2 "
        "arm|arms|leg|legs|neck|back|face|wrists|body|skin",
        "$accident pen felt paint painted eczema chalk ink sticker"},

    // Afraid of home, or of an adult.
    Phrase{
        Sign::fear,
        "$afraid of %3 @adult",
        "$pretended book dream dreams nightmare nightmares mask costume leaving"},
    Phrase{Sign::fear, "$afraid|worried of|about what ~1 @adult ~4 do"},
    Phrase{Sign::fear, "home|house|there ~2 $no safe", "", 0},
    Phrase{Sign::fear, "cowers|cowered|cowering|freezes|froze ~4 when|if"},
    Phrase{Sign::fear, "$afraid ~1 to|of|about go|going ~1 home|back", "$pretended"},
    Phrase{Sign::fear, "dread|dreads|dreading going|go home"},
    Phrase{
        Sign::fear,
        "$no ~3 safe ~1 at|in|with|around|near home|him|her|dad|mum|dads|mums|house|uncle",
        "",
        0},
    Phrase{Sign::fear, "unsafe ~1 at|in|with|around home|him|her|dad|mum|dads|mums|house"},
    Phrase{
        Sign::fear,
        "$no want|wants|wanted to go home|back to|tonight|after|because|at|with",
        "fun enjoyed enjoying loved game party trip happy playing group club museum lovely",
        0},
    Phrase{Sign::fear, "begged|begs|begging ~5 home", "", 0},
    Phrase{Sign::fear, "dont|not make|send @whom ~1 home", "", 0},
    Phrase{Sign::fear, "$afraid that @adult ~2 $strikes"},
    Phrase{Sign::fear, "flinch|flinches|flinched|flinching", "ball noise noises loud bang bangs balloon"},
};

}  // namespace

std::span<Phrase const> phrases() { return all; }

}  // namespace safeguarding
