import { describe, expect, it } from 'vitest'
import { captionRule } from '../../../src/document/rules/captions.ts'

describe('captionRule', () => {
  it.each([
    ['▲ 中心先后落户本院。院长上台接受授牌', 'caption-triangle'],
    ['图1　流动书车在小学开展服务', 'caption-number'],
    ['表2-1：近三年供水指标', 'caption-number'],
    ['圖一 總館外觀', 'caption-number'],
    ['Figure 3. Types of faults', 'caption-number'],
    ['![馆舍](images/a.png)', 'caption-image'],
    ['*图为招聘会现场*', 'caption-italic'],
    ['（图为修缮后的廊桥）', 'caption-photo'],
    ['村民在超市兑换日用品。本报记者 顾怀远 摄', 'caption-photo'],
    ['本报记者 顾怀远 摄', 'photo-credit'],
  ])('knows %s', (text, rule) => {
    expect(captionRule(text)).toBe(rule)
  })

  it.each([
    '图1显示，收入逐年增长。',
    '表2中的数据来自财务系统。',
    '图书馆年报',
    '表彰大会',
    '如图1所示，共三类。',
    '**要点**',
  ])('leaves %s to other rules', (text) => {
    expect(captionRule(text)).toBeUndefined()
  })
})
