import { editionsSpec } from './editions/repository/editions'
import { attemptsSpec } from './quiz/repository/attempts'
import { questionsSpec } from './quiz/repository/questions'
import { roundsSpec } from './quiz/repository/rounds'

/** Every collection of the product: what the local cloud and a deployment create, and what docs/data.md tells. */
export const collections = [editionsSpec, roundsSpec, questionsSpec, attemptsSpec]
