import type { GeneralComponent } from 'glass-easel'
import type { BUILT_IN_TAGS } from '../../shared/built-in-tags'
import type { BuiltInSpace } from '../engine/engine'
import { type BuiltIn, defineBuiltIn } from './built-in'
import { createButton, type OpenType } from './button'
import { text, view } from './containers'
import { createCanvas } from './canvas'
import { checkbox, checkboxGroup, radio, radioGroup } from './check-mark'
import { form } from './form'
import { createImage, type FindAddress } from './image'
import { createInput, type OfferName, textarea } from './input'
import { label } from './label'
import { createMissing } from './missing'
import { createNavigator, type NavigatorTarget } from './navigator'
import { createPageMeta, type PageMeta } from './page-meta'
import { createPicker, type PickerDoors } from './picker/picker'
import { pickerView, pickerViewColumn } from './picker/picker-view'
import { progress } from './progress'
import { createRichText } from './rich-text'
import { rootPortal } from './root-portal'
import { scrollView } from './scroll-view'
import { slider } from './slider'
import { swiper, swiperItem } from './swiper'
import { switchControl } from './switch'
import { createVideo } from './video'

/** What built-in elements need of the phone around them. */
export interface BuiltInDoors extends PickerDoors {
  missingTags: string[]
  openTypes: Record<string, OpenType>
  find: FindAddress
  offerName: OfferName
  provide(label: string, provided: object): object
  go(target: NavigatorTarget): boolean
  applyMeta(page: GeneralComponent, meta: PageMeta): void
}

/** All tags of the platform, and stand-ins for those that are not provided. */
export function defineBuiltIns(space: BuiltInSpace, doors: BuiltInDoors) {
  const missing = (name: string) => {
    doors.missing(name)
  }
  const find: FindAddress = (source, fromPath) => doors.find(source, fromPath)
  const builtIns: Record<(typeof BUILT_IN_TAGS)[number], BuiltIn> = {
    view,
    text,
    image: createImage(find),
    label,
    input: createInput(use => doors.offerName(use)),
    textarea,
    form,
    checkbox,
    'checkbox-group': checkboxGroup,
    radio,
    'radio-group': radioGroup,
    slider,
    picker: createPicker(doors),
    'picker-view': pickerView,
    'picker-view-column': pickerViewColumn,
    progress,
    swiper,
    'swiper-item': swiperItem,
    'root-portal': rootPortal,
    'rich-text': createRichText(find),
    canvas: createCanvas(doors, find),
    video: createVideo(find),
    'scroll-view': scrollView,
    switch: switchControl,
    button: createButton(doors.openTypes, missing),
    navigator: createNavigator(target => doors.go(target), missing),
    'page-meta': createPageMeta((page, meta) => {
      doors.applyMeta(page, meta)
    }),
  }
  const definitions = Object.entries(builtIns).map(
    ([tag, builtIn]) => [tag, defineBuiltIn(space, tag, builtIn)] as const,
  )
  const standIns = doors.missingTags.map(tag => [tag, defineBuiltIn(space, tag, createMissing(tag, missing))] as const)
  return new Map([...definitions, ...standIns])
}
