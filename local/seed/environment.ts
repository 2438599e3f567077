import { createHash } from 'node:crypto'

/** The one-time code of the first administrator in the local cloud; a real deployment makes its own (docs/deploy.md). */
export const firstAdministratorCode = 'local-first-administrator'

/** What the functions of the local cloud find in their environment besides the deployment's secret. */
export const environment = {
  YUNKEPU_FIRST_ADMINISTRATOR: createHash('sha256').update(firstAdministratorCode).digest('hex'),
  YUNKEPU_TEMPLATE_ACTIVITY: 'local-template-activity',
  YUNKEPU_TEMPLATE_LIAISON: 'local-template-liaison',
  YUNKEPU_TEMPLATE_SCORE: 'local-template-score',
}
