import { editionsSpec } from './editions/repository/editions'
import { peopleSpec } from './people/repository/people'
import { roleGrantsSpec } from './people/repository/role-grants'
import { auditHeadsSpec, auditRecordsSpec } from './platform/audit'
import { codeTriesSpec } from './platform/codes'
import { textReviewsSpec } from './platform/safety'
import { attemptsSpec } from './quiz/repository/attempts'
import { questionsSpec } from './quiz/repository/questions'
import { roundsSpec } from './quiz/repository/rounds'

/** Every collection of the product: what the local cloud and a deployment create, and what docs/data.md tells. */
export const collections = [
  editionsSpec,
  roundsSpec,
  questionsSpec,
  attemptsSpec,
  peopleSpec,
  roleGrantsSpec,
  textReviewsSpec,
  codeTriesSpec,
  auditRecordsSpec,
  auditHeadsSpec,
]
