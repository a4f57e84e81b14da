#include <array>

#include "safeguarding/sign_rules.hpp"

namespace safeguarding {
namespace {

constexpr std::array lists{
    WordList{
        "adult",
        "dad dads daddy daddys father stepdad stepdads stepfather mum mums mummy mummys mam mother stepmum "
        "stepmums "
        "stepmother nan nans nana gran granny grandma grandmother grandad granddad grandfather grandpa uncle "
        "aunt "
        "auntie aunty parent parents carer carers boyfriend girlfriend partner lodger man men lady woman "
        "neighbour "
        "babysitter childminder coach tutor vicar adult adults grownup grownups"},
    WordList{"of_an_adult", "dads daddys stepdads mums mummys stepmums nans"},
    WordList{"little", "baby child children boy girl kids brother brothers sister sisters twins"},
    WordList{
        "no",
        "not no never nobody none didnt doesnt dont isnt wasnt arent werent hasnt havent hadnt cant cannot "
        "wont "
        "wouldnt couldnt without neither"},
    WordList{"until_now", "anymore more longer"},
    WordList{
        "links",
        "has had have is was are were will would did does do can could might keeps kept keep sometimes "
        "always often "
        "usually then also just really even still used to starts started gets got get going goes went both "
        "had been "
        "cross angry drunk mad and hard ever once now regularly repeatedly tried trying"},
    WordList{
        "leads",
        "his her my their our your the a an this that older big elder new ex own foster step dads mums nans "
        "mummys "
        "mothers fathers uncles aunts grans daddys family friend friends sisters brothers"},
    WordList{
        "done_to",
        "with at to about from of for by like near against behind beside told tells tell asked asks ask hugs "
        "hugged "
        "hit hits hitting kicked kicks kicking punched punches slapped bit bites pushed pushes missed misses "
        "missing "
        "loves than without after before when"},
    WordList{"whom", "him them me us you kids child children boy girl baby"},
    WordList{
        "after_her",
        "and or but with on at in when because if so again every sometimes always often yesterday today last "
        "for "
        "until till too very really hard once twice a by to then like as most after before while whenever "
        "over into "
        "down against across off about around this that since from"},
    WordList{"beat", "beat beats beating"},
    WordList{"in_a_game", "at in to on by"},
    WordList{"times", "other last first next day night whole time minute moment week"},
    WordList{"self", "himself herself themselves themself myself hisself ourselves"},
    WordList{
        "strikes",
        "hit hits hitting hurt hurts hurting smack smacks smacked smacking slap slaps slapped slapping punch "
        "punches "
        "punched punching kick kicks kicked kicking beat beats beating batter batters battered whip whips "
        "whipped "
        "strangle strangles strangled strangling throttle throttled choke chokes choked choking burn burns "
        "burned "
        "burnt bite bites bit thump thumps thumped thumping pinch pinches pinched scratch scratches "
        "scratched whack whacks whacked attack attacks attacked attacking "
        "kill kills killing clip clips clipped cuff cuffs cuffed smash smashes smashed"},
    WordList{
        "struck",
        "hit hurt smacked slapped punched kicked beaten battered belted whipped strangled throttled choked "
        "burned "
        "burnt bitten thumped pinched scratched whacked attacked pushed shoved thrown dragged shaken "
        "grabbed"},
    WordList{
        "handles",
        "push pushes pushed shove shoves shoved throw throws threw thrown slam slams slammed drag drags "
        "dragged grab grabs grabbed pin pins "
        "pinned shake shakes shook shaking"},
    WordList{
        "blows",
        "hit hits hitting smack smacks smacked slap slaps slapped punch punches punched kick kicks kicked "
        "beat beats burn "
        "burns burned burnt twist twists twisted scratch scratches scratched"},
    WordList{"be", "is was be been being gets got get getting"},
    WordList{
        "touches",
        "touch touches touched touching fondle fondles fondled stroke strokes stroked rubs rubbed"},
    WordList{
        "private",
        "private privates willy penis vagina genitals breast breasts groin crotch inappropriately underwear "
        "knickers boobs bum"},
    WordList{"weapon", "knife knives penknife gun guns machete machetes blade blades weapon weapons"},
    WordList{"speaks", "say says said tell tells told disclosed mentioned whispered"},
    WordList{"wants", "want wants wanted wanting"},
    WordList{"afraid", "scared afraid frightened terrified petrified fearful fears"},
    WordList{"flees", "run runs ran running"},
    WordList{
        "accident",
        "fell fall falls falling tripped trip slipped slip bumped bump football playground playtime scooter "
        "bike pe "
        "netball rugby climbing trampoline skating swimming rounders goalpost"},
    WordList{
        "pretended", "story stories film films movie puppet puppets character characters cartoon pretend"},
    WordList{
        "treat", "surprise party birthday present presents santa mission ingredient den agent agents game"},
    WordList{"lesson", "assembly lesson topic learned learnt safety rules education museum"},
    WordList{
        "kitchen",
        "fork forks butter plastic toy water nerf glue lego cardboard cook cooking cooked baking fruit apple "
        "apples "
        "sandwich sandwiches pizza palette spread bread snow grass toast vegetables cutlery"},
};

}  // namespace

std::span<WordList const> word_lists() { return lists; }

}  // namespace safeguarding
