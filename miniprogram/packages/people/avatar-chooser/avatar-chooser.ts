/** The platform's own choice of an avatar, behind the picture itself. Event `choose` with the `path` of a picture on the phone. */
Component({
  properties: {
    name: String,
    src: String,
    text: String,
    note: String,
    /** A picture is on its way. */
    busy: Boolean,
  },
  methods: {
    choose({ detail }: WechatMiniprogram.CustomEvent<{ avatarUrl: string }>) {
      this.triggerEvent('choose', { path: detail.avatarUrl })
    },
  },
})
