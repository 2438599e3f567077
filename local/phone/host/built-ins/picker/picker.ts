import type { BuiltIn, BuiltInNode } from '../built-in'
import type { WheelPlan, WheelSheet } from '../../screen/wheel-sheet'
import { datePlan } from './date-plan'
import type { PickerPlan, PickerWish } from './picker-plan'
import { regionPlan } from './region-plan'
import { multiSelectorPlan, selectorPlan } from './selector-plan'
import { timePlan } from './time-plan'

export interface PickerDoors {
  openWheels(plan: WheelPlan): WheelSheet
  /** the telephone's date and time in Beijing */
  now(): { date: string; time: string }
  missing(name: string): void
}

function wishOf(self: BuiltInNode): PickerWish {
  return {
    range: self.get('range'),
    rangeKey: self.text('rangeKey'),
    value: self.get('value'),
    start: self.text('start'),
    end: self.text('end'),
    fields: self.text('fields'),
    level: self.text('level'),
    customItem: self.text('customItem'),
  }
}

function planFor(self: BuiltInNode, doors: PickerDoors): PickerPlan | undefined {
  const wish = wishOf(self)
  const plans: Record<string, () => PickerPlan> = {
    selector: () => selectorPlan(wish),
    multiSelector: () => multiSelectorPlan(() => wishOf(self)),
    date: () => datePlan(wish, doors.now().date),
    time: () => timePlan(wish, doors.now().time),
    region: () => regionPlan(wish),
  }
  return plans[self.text('mode')]?.()
}

const open = new WeakMap<BuiltInNode, WheelSheet>()

async function ask(self: BuiltInNode, doors: PickerDoors): Promise<void> {
  if (self.is('disabled') || open.has(self)) return
  const plan = planFor(self, doors)
  if (plan === undefined) {
    doors.missing(`<picker mode="${self.text('mode')}">`)
    return
  }
  const turned = (column: number, value: number) => {
    self.trigger('columnchange', { column, value })
  }
  const sheet = doors.openWheels({ ...plan, title: self.text('headerText'), turned })
  open.set(self, sheet)
  const chosen = await sheet.answer
  open.delete(self)
  if (chosen === undefined) {
    self.trigger('cancel')
    return
  }
  const detail = plan.answer(chosen)
  self.set('value', detail.value)
  self.trigger('change', detail)
}

// A page may answer a turned column with new ranges, or with other places of the wheels.
function refresh(self: BuiltInNode): void {
  if (self.text('mode') !== 'multiSelector') return
  open.get(self)?.refresh()
}

export function createPicker(doors: PickerDoors): BuiltIn {
  return {
    properties: {
      mode: { type: String, value: 'selector' },
      range: { type: null, value: [] },
      rangeKey: { type: String, value: '' },
      value: { type: null },
      start: { type: String, value: '' },
      end: { type: String, value: '' },
      fields: { type: String, value: 'day' },
      level: { type: String, value: 'region' },
      customItem: { type: String, value: '' },
      headerText: { type: String, value: '' },
      disabled: { type: Boolean, value: false },
      name: { type: String, value: '' },
    },
    setup(self) {
      self.activate = () => void ask(self, doors)
      self.field = {
        value: () => self.get('value') ?? '',
        reset: () => {
          self.set('value', self.text('mode') === 'selector' ? 0 : undefined)
        },
      }
      self.onTap(self.activate)
    },
    changed: {
      range: refresh,
      value: self => {
        const { value } = wishOf(self)
        if (self.text('mode') === 'multiSelector' && Array.isArray(value)) open.get(self)?.refresh(value.map(Number))
      },
    },
  }
}
