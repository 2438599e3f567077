/** Somebody to be in the local phone. The openId is what the platform would tell the functions. */
export interface Persona {
  id: string
  name: string
  note: string
  openId: string
}

export const personas: Persona[] = [
  { id: 'lin', name: '林晓', note: '公众，第一次来', openId: 'local-openid-lin-xiao' },
  { id: 'zhou', name: '周同学', note: '大学生', openId: 'local-openid-zhou' },
  { id: 'zhao', name: '赵馆员', note: '科普场馆讲解员', openId: 'local-openid-zhao' },
  { id: 'sun', name: '孙站长', note: '监测站负责人', openId: 'local-openid-sun' },
  { id: 'qian', name: '钱评委', note: '评委', openId: 'local-openid-qian' },
  { id: 'shuozhou', name: '朔州组织者', note: '市级', openId: 'local-openid-shuozhou' },
  { id: 'shanxi', name: '山西组织者', note: '省级', openId: 'local-openid-shanxi' },
  { id: 'ministry', name: '部级组织者', note: '部级', openId: 'local-openid-ministry' },
  { id: 'admin', name: '平台管理员', note: '管理员', openId: 'local-openid-admin' },
]
