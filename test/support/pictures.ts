const fixed = (length: number, write: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.alloc(length)
  write(bytes)
  return bytes
}

/** The head of a PNG of that size; whoever draws it sees nothing, whoever measures it is content. */
export const png = (width: number, height: number, length = 64): Buffer =>
  fixed(length, bytes => {
    bytes.write('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', 'latin1')
    bytes.writeUInt32BE(width, 16)
    bytes.writeUInt32BE(height, 20)
  })

/** A JPEG as cameras write it: a note and a table stand before the frame. `frame` is the frame's marker. */
export const jpeg = (width: number, height: number, frame = 0xc2): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4, 0xff, 0xff, 0xc4, 0, 4, 9, 9, 0xff, frame, 0, 11, 8]),
    fixed(8, bytes => {
      bytes.writeUInt16BE(height, 0)
      bytes.writeUInt16BE(width, 2)
    }),
  ])

type WebpForm = 'VP8 ' | 'VP8L' | 'VP8X'

export const webp = (width: number, height: number, form: WebpForm): Buffer =>
  fixed(40, bytes => {
    bytes.write(`RIFF....WEBP${form}`, 'latin1')
    if (form === 'VP8 ') {
      bytes.writeUInt16LE(width, 26)
      bytes.writeUInt16LE(height, 28)
    }
    if (form === 'VP8L') bytes.writeUInt32LE((width - 1) | ((height - 1) << 14), 21)
    if (form === 'VP8X') {
      bytes.writeUIntLE(width - 1, 24, 3)
      bytes.writeUIntLE(height - 1, 27, 3)
    }
  })
