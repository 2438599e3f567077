/** A place with those inside it, by its name and its code in the national list. */
export interface Region {
  name: string
  code: string
  inside: Region[]
}

const place = (code: string, name: string, ...inside: Region[]): Region => ({ name, code, inside })

/** A few places to try with, not the whole list that the real client has. */
export const REGIONS: Region[] = [
  place(
    '110000',
    '北京市',
    place('110100', '北京市', place('110101', '东城区'), place('110102', '西城区'), place('110108', '海淀区')),
  ),
  place(
    '140000',
    '山西省',
    place('140100', '太原市', place('140105', '小店区'), place('140106', '迎泽区')),
    place('140200', '大同市', place('140213', '平城区'), place('140214', '云冈区')),
    place('140600', '朔州市', place('140602', '朔城区'), place('140603', '平鲁区'), place('140681', '怀仁市')),
  ),
  place(
    '530000',
    '云南省',
    place('530100', '昆明市', place('530102', '五华区'), place('530103', '盘龙区')),
    place('532800', '西双版纳傣族自治州', place('532801', '景洪市'), place('532822', '勐海县')),
  ),
]
