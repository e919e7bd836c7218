// Which words of Chinese reports stand for English ones? A general dictionary, data only.

/**
 * English words and phrases in the singular, lower case, then what reports say. Written from general knowledge of offices,
 * schools, firms and hospitals; nothing in it comes from one collection.
 */
const LINES = `
bed, sickbed = 床位 病床 床 | ward, inpatient ward = 病区 病房 病室 | room = 房间 病房 间
operating room, operating theatre, operating theater = 手术室 手术间
doctor, physician, clinician = 医生 医师 大夫 | nurse = 护士 护理人员
medical staff, medical worker, health worker, medic = 医护人员 医务人员 医务工作者 医护 队员 医务 人
staff, staff member, employee, worker, personnel, workforce = 职工 员工 人员 工作人员 人 | patient = 病人 患者
inpatient = 住院 住院病人 住院患者 | outpatient = 门诊 门急诊 | outpatient visit, clinic visit = 门诊量 门诊人次 门诊 门急诊
emergency = 急诊 急救 | emergency visit = 急诊量 急诊人次 急诊 | visitor = 参观 游客 访客 来访
resident, citizen = 居民 市民 群众 | villager = 村民 农民 | farmer = 农民 农户 | household, family = 户 家庭
volunteer = 志愿者 人 | expert, specialist = 专家 | professor = 教授 | academician = 院士
doctorate, doctoral degree, phd = 博士 | master degree, master's degree = 硕士
graduate, postgraduate = 研究生 毕业生 | student, pupil = 学生 学员 | teacher, instructor = 教师 老师 师资
class = 班 班级 课程 | course, lesson = 课程 课 | hospital = 医院 | school = 学校 | kindergarten = 幼儿园
university, college = 大学 学院 高校 | playground, sports field = 操场 运动场
elevator, lift, escalator = 电梯 扶梯 | textbook = 教材 课本 | zone = 区 区域 责任区
seminar, workshop, symposium = 研讨 研讨会 座谈会 专题讨论 | drill, exercise = 演练 演习
lawsuit, litigation, court case = 诉讼 官司 案件 | transplant, transplantation = 移植 | dispute = 纠纷
accident = 事故 | error, mistake = 差错 错误 | fine, penalty = 罚款 处罚 | reader = 读者 | user = 用户
customer, client = 客户 顾客 | investor, shareholder = 股东 投资者 | supplier = 供应商 | product = 产品
order = 订单 | ticket = 票 | seat = 座位 席位 | chapter = 章 | page = 页 | word = 字 词 | language = 语言
delegate, representative = 代表 | foreigner = 外国人 外宾 | soldier, veteran = 军人 退役军人 | driver = 司机 驾驶员
lawyer = 律师 | engineer = 工程师 | scientist = 科学家 | researcher = 研究人员 科研人员
intern, trainee = 实习生 学员 规培 | candidate = 候选人 考生 | donor = 捐献者 捐赠者 | winner = 获奖者 获奖 得奖
pool = 泳池 游泳池 | camera = 摄像头 相机 | screen, monitor = 屏幕 监视器 | certificate = 证书 证
document, file = 文件 | report = 报告 | visit abroad = 出访 | holiday = 假期 节日 | meal = 餐 | dish = 菜
child, children, kid = 儿童 孩子 小孩 | baby, newborn, infant = 婴儿 新生儿 宝宝 | woman, women = 妇女 女性
elderly, older people, senior citizen = 老年 老人 老年人 | party member = 党员 | new party member = 新党员 发展党员
applicant, application = 申请 申请书 申请人 | activist = 积极分子 | cadre, official = 干部 | leader = 领导 负责人
secretary = 书记 | party secretary = 党委书记 书记 | president, director, dean = 院长 主任 校长 馆长 | deputy = 副
chairman, chair = 主席 董事长 | mayor = 市长 | manager = 经理 主任 | reporter, journalist = 记者
party branch = 党支部 支部 | general branch = 党总支 总支 | branch = 支部 分院 分支 分公司 分馆 | party committee = 党委
party building = 党建 | party history = 党史 | museum, exhibition hall = 馆 纪念馆 博物馆 展馆 | library = 图书馆
campus, hospital area = 院区 校区 | building = 楼 大楼 建筑 | floor area, floor space = 建筑面积
floor, storey = 楼层 层 | area = 面积 区域 | land = 土地 占地 | base = 基地 | centre, center = 中心
clinic = 门诊部 诊所 门诊 | department, division = 科室 部门 处室 科
specialty, speciality, discipline = 专科 专业 学科 | key specialty = 重点专科 | laboratory, lab = 实验室
pharmacy = 药房 药店 | canteen, cafeteria, dining hall = 食堂 餐厅 | restaurant = 餐厅 餐馆 | hotel = 酒店 宾馆
parking space, parking lot = 停车位 车位 停车场 | parking = 停车 | ambulance = 救护车 | helicopter = 直升机
car, vehicle = 车辆 车 | bus = 公交 班车 | train = 列车 火车 | subway, metro = 地铁 | road = 道路 公路 | bridge = 桥
airport = 机场 | station = 站 | company, enterprise, firm = 企业 公司 | bank = 银行 | village = 村
town, township = 镇 乡镇 | community = 社区 | county = 县 | district = 区 | province = 省
country, nation = 国家 | equipment, device, instrument = 设备 仪器 器械 | machine = 机器 设备 | robot = 机器人
computer = 电脑 计算机 | system = 系统 体系 制度 | platform = 平台 | technique, technology = 技术
new technique, new technology = 新技术 | project, programme, program = 项目 工程 课题 项
research, study = 研究 科研 | research project = 课题 科研项目 | fund, funding, grant = 基金 经费 资金 资助
foundation = 基金 基金会 | paper, article, publication = 论文 文章 篇 | journal = 期刊 杂志 刊
book, volume = 书 图书 册 著作 | patent = 专利 | award, prize, honour, honor, title = 奖 奖项 荣誉 称号
medal = 奖牌 奖章 | first prize = 一等奖 | second prize = 二等奖 | third prize = 三等奖
contest, competition = 比赛 大赛 竞赛 | work = 工作 作品 | entry = 作品 参赛 | video = 视频 | film, movie = 电影 影片
photo, picture = 照片 图片 | lecture, talk = 讲座 授课 讲课 | training = 培训 受训 训练 | session = 场 期 次
meeting, conference = 会议 大会 | ceremony = 仪式 | activity, event = 活动 | visit = 参观 访问 就诊 人次 次
inspection, check = 检查 督查 查房 | survey = 调查 | discussion = 讨论 研讨 | study session = 学习 读书班
volunteer service = 志愿服务 | free clinic = 义诊 | operation, surgery = 手术 例 台
day surgery, day operation = 日间手术 | surgical = 手术 | operative complication, complication = 并发症
treatment, therapy = 治疗 诊疗 | diagnosis = 诊断 | disease, illness = 疾病 病种
disease type, type of disease = 病种 | demonstration post = 示范岗 | cancer, tumour, tumor = 癌症 肿瘤
stroke = 卒中 中风 | chest pain = 胸痛 | epidemic, pandemic, covid = 疫情 防疫 抗疫 | infection = 感染
antibiotic, antimicrobial, antibacterial = 抗菌药物 抗生素 | drug, medicine, medication = 药品 药物 用药
vaccine, vaccination = 疫苗 接种 | blood = 血 血液 | test, examination = 检查 检验 化验 考试 | imaging = 影像
clinical pathway = 临床路径 | discharge = 出院 | discharged = 出院 | admission, admit = 入院 入住 收治
stay, length of stay, hospital stay = 住院日 住院 平均住院日 | average = 平均 | satisfaction, satisfied = 满意度 满意
complaint = 投诉 | death, die = 死亡 | birth, born, delivery = 出生 分娩 新生儿 | mortality = 死亡率 病死率
rescue, save = 抢救 救治 救援 | donation, donate = 捐赠 捐款 捐献 | rate, ratio = 率 比例
share, proportion, percentage = 占比 比例 占 | rank, ranking, place = 排名 名次 位列 名列
grade, level = 等级 级别 级 | score = 得分 分数 | standard = 标准 | target, goal = 目标 | plan = 计划 规划 方案
task = 任务 | measure = 措施 举措 | rule, regulation = 制度 规定 章程 办法 | law = 法 法律 | responsibility = 责任
reform = 改革 | payment, pay = 支付 付费 | medical insurance, health insurance = 医保 医疗保险
insurance = 保险 医保 | price, cost, fee, charge, expense = 价格 费用 收费 成本
income, revenue, turnover = 收入 营收 | budget = 预算 | profit = 利润 | tax = 税 | loan, debt = 贷款 债务 负债
investment, invest = 投资 投入 | salary, wage = 工资 薪酬 | asset = 资产 | output = 产值 产量 | sale = 销售
export = 出口 | population = 人口 | age, old = 年龄 年 | history = 历史
founded, established, set up, founding = 成立 建立 创建 始建 创办
built, construction, build, completed = 建成 落成 建设 新建
opened, launched, put into operation, opening = 开通 启用 运行 开业 开放 | started, began, start = 开始 启动 起步
signed, sign = 签订 签署 签约 | joined, join = 加入 参加 入 | sent, dispatched, send = 派出 选派 派
support, aid = 支援 援助 驰援 帮扶 | cooperation, partnership, alliance, cooperate = 合作 联盟 共建
agreement, contract = 协议 合同 | partner = 合作 共建 伙伴 | line, route = 线路 专线 线 | green channel = 绿色通道
service = 服务 | window = 窗口 | appointment = 预约 | online = 线上 互联网 网上 | app = 应用 掌上 小程序 | quality = 质量
safety = 安全 | management = 管理 | culture = 文化 | spirit = 精神 | motto, slogan = 院训 校训 口号
song, anthem = 歌 院歌 | name = 名称 名字 | brand = 品牌 | demonstration, model = 示范 标杆 典型 | advanced = 先进
outstanding, excellent = 优秀 | innovation = 创新 | talent = 人才 | promotion = 晋升 提拔 | first half = 上半年
quarter = 季度 | year = 年 年度 | month = 月 个月 | week = 周 星期 | day = 天 日 | hour = 小时 时 | minute = 分钟
time = 次 时间 | kilometre, kilometer = 公里 | metre, meter = 米 | ton, tonne = 吨
square metre, square meter = 平方米 | mu = 亩 | hectare = 公顷 | yuan, rmb = 元
people, person, persons = 人 人员 人次 | men, man = 男 人 | member = 成员 队员 会员 党员 人
team, group = 团队 队 组 小组 | item = 项 条 | type, kind, category = 种 类 类型 | batch = 批 批次 | case = 例 病例 案例
piece = 件 条 | copy = 份 册 | city = 市 城市 | newspaper = 报 日报 | website = 网站 | wechat = 微信
question, problem, issue = 问题 | suggestion, proposal = 建议 提案 | clue = 线索 | game, match = 比赛 场
gold medal = 金牌 | tree = 树 棵 | water = 水 | electricity, power = 电 供电 用电 | gas = 燃气 天然气
house, housing, apartment = 住房 房 套 | shop, store = 商店 门店 店 | factory, plant = 工厂 厂
job, employment = 就业 岗位 | post, position = 岗位 职位 岗 | internal medicine = 内科
pediatrics, paediatrics, pediatric, paediatric = 儿科 | obstetrics = 产科 | gynecology, gynaecology = 妇科
orthopedics, orthopaedics = 骨科 | ophthalmology = 眼科 | dental, dentistry, stomatology = 口腔 牙科
dermatology = 皮肤科 | cardiology = 心内科 心血管内科 | neurology = 神经内科 | oncology = 肿瘤科 | psychiatry = 精神科
rehabilitation = 康复 | nursing = 护理 | anesthesia, anaesthesia = 麻醉 | net profit = 净利润
operating income, operating revenue = 营业收入 | retired, retire = 退休 | leave = 离开 请假
`

/** English word or phrase in the singular → Chinese words, the usual one first. */
export const ENGLISH_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  LINES.trim()
    .split(/\n| \| /u)
    .flatMap((entry) => {
      const [english = '', chinese = ''] = entry.split(' = ')
      return english.split(', ').map((word): [string, string[]] => [word, chinese.split(' ')])
    }),
)
