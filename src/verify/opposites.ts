// Which words can't both be true in one place? Opposites, and words of which only one can hold.

/** `a b|c d`: a denies b, c denies d. */
const OPPOSITES =
  '增长 下降|增长 减少|增加 减少|增加 下降|上升 下降|上升 降低|提高 降低|提高 下降|提升 下降|提升 降低|上涨 下跌|上涨 下降|增至 降至|增至 减至|升至 降至|' +
  '增 减|升 降|涨 跌|扩大 缩小|扩大 减少|加快 放缓|加快 减慢|加强 削弱|加强 减弱|延长 缩短|改善 恶化|高于 低于|多于 少于|大于 小于|优于 劣于|早于 晚于|' +
  '超过 不足|超过 低于|以上 以下|最高 最低|最大 最小|最多 最少|最早 最晚|最新 最早|最好 最差|年长 年轻|之前 之后|以前 以后|前 后|有 无|有 没有|' +
  '具有 缺乏|支持 反对|赞成 反对|同意 反对|同意 拒绝|接受 拒绝|允许 禁止|准许 禁止|肯定 否定|承认 否认|成功 失败|胜 败|赢 输|得到 失去|开始 结束|' +
  '启动 停止|启用 停用|开通 关闭|成立 解散|成立 撤销|保留 取消|恢复 取消|通过 否决|加入 退出|参加 退出|进入 离开|购买 出售|买入 卖出|引进 流失|合格 不合格|' +
  '进口 出口|收入 支出|盈利 亏损|盈余 亏损|国内 国外|境内 境外|全部 部分|所有 部分|必须 无须|需要 无需|容易 困难|简单 复杂|直接 间接|公开 秘密|' +
  '左 右|东 西|南 北|男 女'

/** Of the words of one group, each excludes the others. */
const ALTERNATIVES = [
  '全球 全国 全省 全市 全县 全区 全院 全校',
  '世界级 国家级 省级 市级 县级 区级',
  '每年 每季度 每月 每周 每天 每小时',
  '上半年 下半年 全年',
  '上午 下午 晚上',
  '春季 夏季 秋季 冬季',
]

/** Each pair in both orders. */
export const EXCLUDING_PAIRS: readonly (readonly [said: string, given: string])[] = [
  ...OPPOSITES.split('|').map((pair) => pair.split(' ')),
  ...ALTERNATIVES.flatMap((group) => {
    const words = group.split(' ')
    return words.flatMap((a, i) => words.slice(i + 1).map((b) => [a, b]))
  }),
].flatMap(([a = '', b = '']) => [[a, b] as const, [b, a] as const])
