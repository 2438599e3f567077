import { questionImportsSpec } from './bank/repository/question-imports'
import { questionReportsSpec } from './bank/repository/question-reports'
import { questionRulingsSpec } from './bank/repository/question-rulings'
import { reportedQuestionsSpec } from './bank/repository/reported-questions'
import { editionsSpec } from './editions/repository/editions'
import { messageAgreementsSpec } from './notices/repository/message-agreements'
import { noticesSpec } from './notices/repository/notices'
import { administrationClaimsSpec } from './people/repository/administration-claims'
import { peopleSpec } from './people/repository/people'
import { roleGrantsSpec } from './people/repository/role-grants'
import { roleInvitationsSpec } from './people/repository/role-invitations'
import { auditHeadsSpec, auditRecordsSpec } from './platform/audit'
import { codeTriesSpec } from './platform/codes'
import { passingFilesSpec } from './platform/passing-files'
import { textReviewsSpec } from './platform/safety'
import { practiceCardsSpec } from './practice/repository/practice-cards'
import { anonymousScoresSpec } from './quiz/repository/anonymous-scores'
import { attemptsSpec } from './quiz/repository/attempts-spec'
import { certificatesSpec } from './quiz/repository/certificates'
import { questionsSpec } from './quiz/repository/questions'
import { roundsSpec } from './quiz/repository/rounds'
import { itemCountsSpec } from './standings/repository/item-counts'
import { itemRulingsSpec } from './standings/repository/item-rulings'
import { itemStatisticsSpec } from './standings/repository/item-statistics'
import { rollUpsSpec } from './standings/repository/roll-ups'
import { standingsSpec } from './standings/repository/standings-spec'
import { suspicionsSpec } from './standings/repository/suspicions'
import { talliesSpec } from './standings/repository/tallies'
import { liaisonChangesSpec, liaisonsSpec } from './units/repository/liaisons'
import { membersSpec } from './units/repository/members'
import { unitInvitationsSpec } from './units/repository/unit-invitations'
import { unitNamesSpec } from './units/repository/unit-names'
import { unitsSpec } from './units/repository/units'

/** Every collection of the product: what the local cloud and a deployment create, and what docs/data.md tells. */
export const collections = [
  editionsSpec,
  noticesSpec,
  messageAgreementsSpec,
  roundsSpec,
  questionsSpec,
  attemptsSpec,
  anonymousScoresSpec,
  questionImportsSpec,
  practiceCardsSpec,
  certificatesSpec,
  questionReportsSpec,
  reportedQuestionsSpec,
  questionRulingsSpec,
  standingsSpec,
  talliesSpec,
  itemStatisticsSpec,
  itemRulingsSpec,
  itemCountsSpec,
  suspicionsSpec,
  rollUpsSpec,
  peopleSpec,
  roleGrantsSpec,
  roleInvitationsSpec,
  administrationClaimsSpec,
  textReviewsSpec,
  codeTriesSpec,
  passingFilesSpec,
  auditRecordsSpec,
  auditHeadsSpec,
  unitsSpec,
  unitNamesSpec,
  membersSpec,
  unitInvitationsSpec,
  liaisonsSpec,
  liaisonChangesSpec,
]
