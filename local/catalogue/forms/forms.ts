import * as v from 'valibot'
import { daySchema } from '../../../miniprogram/contract/time'
import { type PageEvent, definePage } from '../../../miniprogram/lib/define-page'
import { createForm, type FormState } from '../../../miniprogram/lib/form'
import { tell } from '../../../miniprogram/lib/tell'
import { numberOf, textOf } from '../../../miniprogram/lib/text-of'
import { toasts } from '../../../miniprogram/copy/toasts'
import { FILES, FILTERS, GROUPS, PROVINCES, TOPICS, UNITS } from './samples'

const form = createForm(
  v.object({
    title: v.pipe(v.string(), v.minLength(2), v.maxLength(20)),
    phone: v.pipe(v.string(), v.regex(/^1\d{10}$/)),
    mail: v.optional(v.pipe(v.string(), v.email())),
    story: v.pipe(v.string(), v.minLength(10), v.maxLength(300)),
    group: v.picklist(['pupil', 'student', 'adult']),
    topics: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(3)),
    unit: v.string(),
    region: v.object({ province: v.string(), city: v.string() }),
    day: daySchema,
    code: v.optional(v.pipe(v.string(), v.length(8))),
    public: v.boolean(),
    agreed: v.literal(true),
  }),
  {
    title: { label: '作品名称', kind: 'text' },
    phone: { label: '手机号', kind: 'phone' },
    mail: { label: '邮箱', kind: 'mail' },
    story: { label: '创作说明', kind: 'text' },
    group: { label: '参加组别', kind: 'choice' },
    topics: { label: '主题', kind: 'choices' },
    unit: { label: '所在单位', kind: 'choice' },
    region: { label: '所在地区', kind: 'region' },
    day: { label: '拍摄日期', kind: 'day' },
    code: { label: '邀请码', kind: 'code' },
    public: { label: '公开展示', kind: 'choice' },
    agreed: { label: '同意', kind: 'consent' },
  },
)

const detailOf = ({ detail }: PageEvent): Record<string, unknown> =>
  v.is(v.record(v.string(), v.unknown()), detail) ? detail : {}

const begun = form.begin({ title: '清晨的翠鸟', public: true, topics: ['大气', '水'] })

const shown = (state: FormState) => ({ form: state, draft: state.draft, errors: state.errors, dirty: state.dirty })

const savedAt = Date.parse('2026-07-15T06:05:00Z')

definePage({
  state: {
    ...shown(begun),
    groups: GROUPS,
    topics: TOPICS,
    provinces: PROVINCES,
    units: UNITS,
    filters: FILTERS,
    files: FILES,
    filter: 'all',
    several: ['photo', 'notes'],
    history: ['翠鸟', '湿地', '一滴水的旅行'],
    savedAt,
    sheet: false,
    asking: false,
    searched: '',
    links: [
      { name: 'privacy', text: '《个人信息保护说明》' },
      { name: 'works', text: '《作品征集与授权须知》，里面写着作品会在哪里展示、怎样撤回' },
    ],
  },
  words: {},
  on: {
    change(view, event) {
      const { value } = detailOf(event)
      view.show(shown(form.changed(view.state.form, textOf(event, 'name'), value)))
    },
    leave(view, event) {
      view.show(shown(form.left(view.state.form, textOf(event, 'name'))))
    },
    async submit(view) {
      const { state, input, firstWrong } = { firstWrong: '', ...form.submit(view.state.form) }
      view.show(shown(state))
      await tell(input ? toasts.submitted : toasts.lookAgain)
      if (firstWrong) await wx.pageScrollTo({ selector: `#${firstWrong}`, offsetTop: -12 })
    },
    read: (_view, event) => tell(textOf(event, 'document')),
    remove(view, event) {
      view.show({ files: view.state.files.filter(({ id }) => id !== textOf(event, 'id')) })
    },
    move(view, event) {
      const moved = view.state.files.find(({ id }) => id === textOf(event, 'id'))
      const files = view.state.files.filter(file => file !== moved)
      const to = numberOf(event, 'to')
      if (moved) view.show({ files: [...files.slice(0, to), moved, ...files.slice(to)] })
    },
    filter(view, event) {
      view.show({ filter: textOf(event, 'value') })
    },
    filters(view, event) {
      const { values } = detailOf(event)
      if (v.is(v.array(v.string()), values)) view.show({ several: values })
    },
    search(view, event) {
      view.show({ searched: textOf(event, 'text') })
    },
    forget(view) {
      view.show({ history: [] })
    },
    openSheet(view) {
      view.show({ sheet: true })
    },
    askReason(view) {
      view.show({ asking: true })
    },
    closeSheet(view) {
      view.show({ sheet: false, asking: false })
    },
  },
})
