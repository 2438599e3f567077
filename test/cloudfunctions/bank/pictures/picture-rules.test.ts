import { readFileSync } from 'node:fs'
import { factsOfPicture, judgedPicture } from '../../../../cloudfunctions/bank/pictures/picture-rules'
import { questionPictures } from '../../../../local/seed/question-pictures'
import { jpeg, png, webp } from '../../../support/pictures'

test.each([
  ['PNG', png(640, 480), { ending: 'png', type: 'image/png', width: 640, height: 480 }],
  ['JPEG', jpeg(640, 480), { ending: 'jpg', type: 'image/jpeg', width: 640, height: 480 }],
  ['lossy WebP', webp(640, 480, 'VP8 '), { ending: 'webp', type: 'image/webp', width: 640, height: 480 }],
  ['lossless WebP', webp(640, 480, 'VP8L'), { ending: 'webp', type: 'image/webp', width: 640, height: 480 }],
  ['WebP with more inside', webp(640, 480, 'VP8X'), { ending: 'webp', type: 'image/webp', width: 640, height: 480 }],
])('%s says what it is and how large', (_name, bytes, facts) => {
  expect(factsOfPicture(bytes)).toEqual(facts)
})

test('the pictures of the demo year are read as what they are', () => {
  const found = questionPictures.map(({ name, source }) => [name, factsOfPicture(readFileSync(source))])
  expect(Object.fromEntries(found)).toMatchObject({
    'bison.webp': { width: 1024, height: 768 },
    'giant-panda.webp': { width: 1024, height: 681 },
    'hedgehog.webp': { width: 1024, height: 731 },
    'kingfisher.webp': { width: 1920, height: 1080 },
    'polar-bear.webp': { width: 1024, height: 768 },
  })
})

test.each([
  ['nothing', Buffer.alloc(0), 'picture-unreadable'],
  ['a page that calls itself a picture', Buffer.from('<html><img src="x.png"></html>'), 'picture-unreadable'],
  ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), 'picture-unreadable'],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture-unreadable'],
  ['the beginning of a PNG', png(640, 480).subarray(0, 20), 'picture-unreadable'],
  ['the beginning of a JPEG', jpeg(640, 480).subarray(0, 20), 'picture-unreadable'],
  ['the beginning of a WebP', webp(640, 480, 'VP8 ').subarray(0, 20), 'picture-unreadable'],
  ['a JPEG without a frame', jpeg(640, 480, 0xda), 'picture-unreadable'],
  ['1 MB and a byte', png(640, 480, 1024 * 1024 + 1), 'picture-too-large'],
  ['a dot', png(1, 1), 'picture-odd-size'],
  ['a line', png(1000, 99), 'picture-odd-size'],
  ['a wall', png(2001, 1000), 'picture-odd-size'],
  ['what would swell beyond measure', png(0xffffffff, 0xffffffff), 'picture-odd-size'],
])('%s is refused', (_name, bytes, fault) => {
  expect(judgedPicture(bytes)).toBe(fault)
})

test.each([
  ['the smallest', png(100, 100), 100],
  ['the largest', png(2000, 2000, 1024 * 1024), 2000],
])('%s that is taken', (_name, bytes, width) => {
  expect(judgedPicture(bytes)).toMatchObject({ width })
})
