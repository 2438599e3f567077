import { askModal, CONFIRM_COLOR } from '../screen/modal'
import { askSheet } from '../screen/sheet'
import { type Options, WxFailure } from './asynchronous'
import { numberOf, textOf } from './options'
import type { Family, Phone } from './phone'

const TOAST_MS = 1500
const MOST_ITEMS = 6

function modalOptions(options: Options) {
  const { showCancel, editable } = options
  return {
    title: textOf(options, 'title'),
    content: textOf(options, 'content'),
    cancelText: showCancel === false ? undefined : textOf(options, 'cancelText', '取消'),
    cancelColor: textOf(options, 'cancelColor', 'inherit'),
    confirmText: textOf(options, 'confirmText', '确定'),
    confirmColor: textOf(options, 'confirmColor', CONFIRM_COLOR),
    placeholder: editable === true ? textOf(options, 'placeholderText') : undefined,
  }
}

function itemsOf({ itemList }: Options): string[] {
  const items: unknown[] = Array.isArray(itemList) ? itemList : []
  if (items.length === 0) throw new WxFailure('parameter error: itemList should have at least 1 item')
  if (items.length > MOST_ITEMS)
    throw new WxFailure(`parameter error: itemList should not be larger than ${MOST_ITEMS}`)
  return items.map(String)
}

/** Toasts, questions and sheets. */
export function feedbackFamily({ asynchronous, overlays, toast, stack, addresses }: Phone): Family {
  const make = asynchronous.make.bind(asynchronous)
  return {
    showToast: make('showToast', options => {
      const image = textOf(options, 'image')
      toast.show({
        title: textOf(options, 'title'),
        icon: textOf(options, 'icon', 'success'),
        image: addresses.of(image, stack.current?.path ?? ''),
        durationMs: numberOf(options, 'duration', TOAST_MS),
        mask: options.mask === true,
      })
    }),
    showLoading: make('showLoading', options => {
      toast.show({
        title: textOf(options, 'title'),
        icon: 'loading',
        image: '',
        durationMs: undefined,
        mask: options.mask === true,
      })
    }),
    hideToast: make('hideToast', () => {
      toast.hide()
    }),
    hideLoading: make('hideLoading', () => {
      toast.hide()
    }),
    showModal: make('showModal', options => askModal(overlays, modalOptions(options))),
    showActionSheet: make('showActionSheet', async options => {
      const items = itemsOf(options)
      const tapIndex = await askSheet(overlays, textOf(options, 'alertText'), items, textOf(options, 'itemColor'))
      if (tapIndex === undefined) throw new WxFailure('cancel')
      return { tapIndex }
    }),
  }
}
