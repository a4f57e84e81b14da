// Small helps for those whose browser runs scripts. Every page works without them.
import { countCharacters } from "./count";
import { focusFirstProblem, returnToTheForm } from "./problem";
import { askBeforeLosing, keepTyping } from "./keep";
import { showWhatChoicesAsk } from "./choices";
import { letPasswordsBeSeen } from "./password";
import { usePasskeys } from "./passkey";
import { openWhatALinkLedTo } from "./target";
import { printWhatIsFolded, sayWhenPrinted } from "./printed";
import { sendOnce } from "./once";
import { enterScores } from "./scores";
import { slashFocusesSearch } from "./search";

slashFocusesSearch();
askBeforeLosing();
sendOnce();
showWhatChoicesAsk();
countCharacters();
letPasswordsBeSeen();
usePasskeys();
keepTyping();
enterScores();
focusFirstProblem();
returnToTheForm();
sayWhenPrinted();
printWhatIsFolded();
openWhatALinkLedTo();
