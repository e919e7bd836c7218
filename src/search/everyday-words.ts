// Which words of official reports stand for the words people use? A general dictionary, data only.

/**
 * Each line: words of daily speech, then the words in which reports say the same. Written from general knowledge of
 * Chinese offices, schools, firms and hospitals; nothing in it comes from one collection.
 */
const LINES = `
看病 瞧病 求医 = 就医 就诊 诊疗 门诊
大夫 郎中 = 医生 医师 专家 医务人员
开刀 动刀 动手术 = 手术
拿药 抓药 买药 药钱 药费 = 药品 用药
打针 吊瓶 挂水 = 注射 静脉 输液
抽血 验血 验尿 = 检验 化验
拍片 片子 照片子 透视 = 影像 检查 放射
病床 床铺 = 床位
癌 癌症 肿块 = 肿瘤
中风 脑梗 脑溢血 偏瘫 = 卒中 脑血管
心梗 心口疼 心脏病 = 胸痛 心血管
血糖高 = 糖尿病 内分泌
血压高 = 高血压
小孩 孩子 宝宝 娃儿 = 儿童 儿科 婴幼儿 新生儿
生孩子 生娃 坐月子 = 分娩 产科 孕产妇
怀孩子 怀孕 不孕 = 生殖 妊娠 孕产妇
老人 老人家 老头 老太太 = 老年 养老
牙 牙齿 = 口腔
眼睛 看不清 = 眼科 白内障
骨头 摔断 = 骨科 骨折
发烧 = 发热
拉肚子 = 腹泻
减肥 太胖 = 减重 代谢
睡不着 = 睡眠 失眠
聋哑 听不见 哑巴 = 听障 手语
救护车 急救车 = 急救 院前
救命 救回来 = 救治 抢救
传染 疫病 = 疫情 防控 感染
打疫苗 = 接种
查体 = 体检
养生 = 健康 保健
网上 上网 手机上 = 互联网 线上 智慧 掌上
排队 等很久 = 候诊 等候 预约 流程
挂号费 = 挂号
领路 带路 陪着 = 陪诊 导诊 陪护
没人照顾 = 陪护 护理
花钱 费钱 价钱 = 费用 经费 资金 收费
报销 = 医保 支付 结算
便宜 省钱 = 降低 优惠 惠民
赚钱 挣钱 = 收入 利润
捐钱 捐款 = 捐赠 慈善
欠债 = 负债 债务
账目 记账 = 财务 审计 会计
头儿 头头 一把手 当家人 = 书记 院长 领导 负责人 主任
上司 老板 = 领导 负责人 董事长
手下 同事 = 职工 干部 员工
当官 = 任职 担任
高手 牛人 = 人才 专家 骨干
文凭 = 学历 学位 研究生 博士
招人 = 引进 招聘 人才
年轻人 小年轻 = 青年
上课 讲课 学习班 = 培训 讲座 授课
得奖 拿奖 = 荣获 获得 表彰
排第几 排老几 = 排名 位居 位列
比赛 = 竞赛 大赛
名声 口碑 = 满意度 品牌 声誉
找茬 = 监督 督察 整改
告状 = 投诉 信访 举报
贪污 受贿 回扣 = 廉洁 廉政 腐败
犯错 = 违纪 违规 问责
老百姓 街坊 = 群众 市民 居民
穷人 困难户 = 贫困 困难 救助 低收入
乡下 村里 = 基层 乡镇 农村 乡村
小区 = 社区
帮忙 帮一把 = 帮扶 支援 志愿 协助
结对子 = 结对 共建
合伙 = 共建 合作 联盟 签约
外地 外省 = 支援 援助 对口
分店 分号 = 院区 分院 分支
盖房 = 建设 新建 大楼
搬家 = 搬迁 迁址
改名 改叫 原来叫 = 更名 前身 挂牌
接管 = 托管 委托
开张 开门 = 启用 开业 成立 开诊
坐车 班车 = 交通 专线 公交
堵车 = 拥堵 交通
车位 = 停车
吃饭 = 餐饮 食堂 膳食
唱歌 跳舞 = 文艺 合唱 演出
电影 短片 = 视频 宣传片
规矩 = 制度 章程 规定 办法
签字 签合同 = 签订 签约
开会 碰头 = 会议 大会
打扫 干净 = 卫生 保洁 环境
垃圾 = 环保 废物
着火 防火 = 消防 安全
出事 = 事故 安全
机器 = 设备 仪器
电脑 = 信息化 系统
多少钱 = 万元 亿元 资金 经费
涨了 多了 = 增长 提升 同比
少了 降了 = 下降 降低 减少
工资 奖金 = 薪酬 绩效
厂子 = 企业 工厂
种地 庄稼 = 农业 种植
房子 = 住房 安居
电费 = 供电 用电
水费 = 供水 用水
找工作 = 就业 招聘
做生意 = 经营 贸易 商贸
交税 = 税收 纳税
`

/** Word of daily speech → official words; all as lexical keys. */
export const EVERYDAY_WORDS: ReadonlyMap<string, readonly string[]> = readLines(LINES)

function readLines(lines: string): Map<string, string[]> {
  const words = new Map<string, string[]>()
  for (const line of lines.trim().split('\n')) {
    const [everyday = '', official = ''] = line.split(' = ')
    for (const word of everyday.split(' ')) {
      const others = official.split(' ').filter((one) => one !== word)
      words.set(word, [...(words.get(word) ?? []), ...others])
    }
  }
  return words
}
