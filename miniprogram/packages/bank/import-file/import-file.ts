import { definePage } from '../../../lib/define-page'
import { importFileModel } from './import-file-model'

definePage(importFileModel)
