/**
 * The twelve divisions. Facts come from the sources listed in the project's domain report; areas are rounded
 * from the schematic outline, except Ar Horqin's, which a source states. Pairs are the article's eight.
 */
export type DivisionText = {
  code: string
  slug: string
  name: string
  nameEn: string
  shortName: string
  pinyin: string
  kind: 'district' | 'banner' | 'county'
  seatTown: string | null
  areaKm2: number
  pairCode: string | null
  tagline: string
  taglineEn: string
  story: string
  storyEn: string
}

export const divisionTexts: Array<DivisionText> = [
  {
    code: '150402',
    slug: 'hongshan',
    name: '红山区',
    nameEn: 'Hongshan District',
    shortName: '红山',
    pinyin: 'Hóngshān Qū',
    kind: 'district',
    seatTown: null,
    areaKm2: 500,
    pairCode: null,
    tagline: '对夹出炉的老城，早饭从酥皮开始',
    taglineEn: 'The old town where breakfast begins with flaky duijia',
    story:
      '红山区是赤峰的老城区。一九一七年起，这里的铺子就烙对夹：酥皮饼坯起层，剖开夹上熏肉，出炉趁热吃。哈达火烧、羊杂汤、蛋月烧，都是街坊叫得出名字的老味道；以玉猪龙和云纹为题的红山文创，则让外地客人把这座城带回家。',
    storyEn:
      'Hongshan is the old town of Chifeng. Since 1917 its shops have baked duijia: layered, flaky buns split and filled with smoked pork, eaten straight from the oven. Hada flatbread, lamb offal soup and egg cakes are names every neighbour knows, and keepsakes after the Hongshan pig-dragon and cloud pattern let visitors take the city home.',
  },
  {
    code: '150403',
    slug: 'yuanbaoshan',
    name: '元宝山区',
    nameEn: 'Yuanbaoshan District',
    shortName: '元宝山',
    pinyin: 'Yuánbǎoshān Qū',
    kind: 'district',
    seatTown: '平庄',
    areaKm2: 940,
    pairCode: null,
    tagline: '冬天也有草莓和一箱青菜',
    taglineEn: 'Strawberries and a box of greens, even in winter',
    story:
      '元宝山区与老城相邻，平庄是它的中心。日光温室一座挨一座，冬春有奶油草莓，夏秋有葡萄，四季能配出六到八样的蔬菜箱。小五家乡留着自家的谷种，平庄的干豆腐薄而有韧，农家院里的黄豆酱要日晒夜露两三个月，朴实，耐吃。',
    storyEn:
      'Yuanbaoshan lies beside the old town, with Pingzhuang at its heart. Row upon row of solar greenhouses give cream strawberries in winter, grapes in summer and a mixed vegetable box all year. Xiaowujia keeps its own millet seed, Pingzhuang presses tofu sheets thin and strong, and farmyard soybean paste stands for months under sun and dew.',
  },
  {
    code: '150404',
    slug: 'songshan',
    name: '松山区',
    nameEn: 'Songshan District',
    shortName: '松山',
    pinyin: 'Sōngshān Qū',
    kind: 'district',
    seatTown: null,
    areaKm2: 5600,
    pairCode: null,
    tagline: '夏家店的蒜和枣，巧手的葫芦与辽瓷',
    taglineEn: 'Garlic and jujubes of Xiajiadian, gourds and Liao ware',
    story:
      '松山区环抱赤峰市区，夏家店一带的黄土坡地出小米、绿豆、大蒜、大葱、大枣和香瓜，区里养着八十万只蛋鸡。冬闲时手艺登场：烫画葫芦、辽瓷、花饽饽、拼布和根雕都列入区级非遗。地里的收成和案上的活计，一样讲究慢工。',
    storyEn:
      'Songshan surrounds the city. The loess slopes around Xiajiadian grow millet, mung beans, garlic, scallions, jujubes and melons, and the district keeps some 800,000 laying hens. In the idle winter months its crafts come out: pyrographed gourds, Liao ware, flower buns, patchwork and root carving, all on the district’s heritage list.',
  },
  {
    code: '150421',
    slug: 'ar-horqin',
    name: '阿鲁科尔沁旗',
    nameEn: 'Ar Horqin Banner',
    shortName: '阿旗',
    pinyin: "Ālǔkē'ěrqìn Qí",
    kind: 'banner',
    seatTown: '天山镇',
    areaKm2: 14277,
    pairCode: '110114',
    tagline: '羊肉和明绿豆，都从这片草原出发',
    taglineEn: 'Lamb and mung beans set out from this grassland',
    story:
      '阿鲁科尔沁旗在赤峰的东北角，一万四千多平方公里，旗府在天山镇，与北京市昌平区结对。阿鲁科尔沁羊肉是全市较早拿到地理标志证明商标的农产品，天山大明绿豆是农产品地理标志。奶豆腐、奶皮子、炒米和咸奶茶，摆上桌就是一顿牧区早饭。',
    storyEn:
      'Ar Horqin fills the north-east corner of Chifeng, more than 14,000 square kilometres with its seat at Tianshan, and is paired with Changping in Beijing. Ar Horqin lamb was an early certification trademark in the city, and Tianshan large mung beans are a registered geographical indication. Milk curd, milk skin, roasted millet and salty tea make a herder’s breakfast.',
  },
  {
    code: '150422',
    slug: 'bairin-left',
    name: '巴林左旗',
    nameEn: 'Bairin Left Banner',
    shortName: '左旗',
    pinyin: 'Bālín Zuǒ Qí',
    kind: 'banner',
    seatTown: '林东镇',
    areaKm2: 6400,
    pairCode: '110113',
    tagline: '一把笤帚扎出名声，一碗小米熬得黏稠',
    taglineEn: 'Known for a broom, loved for a bowl of millet',
    story:
      '巴林左旗的旗府在林东镇，与北京市顺义区结对。家家会扎的笤帚成了一门产业：巴林左旗笤帚是地理标志证明商标，笤帚苗手编技艺二〇一七年列入自治区级非遗。山坡地里还有小米、荞麦、红小豆，昭乌达肉羊也养在这片草场。',
    storyEn:
      'Bairin Left has its seat at Lindong and is paired with Shunyi in Beijing. The brooms that every household can tie grew into a trade: they carry a certification trademark, and the hand-weaving has been on the region’s heritage list since 2017. The hillsides add millet, buckwheat and adzuki beans, and Zhaowuda sheep graze here.',
  },
  {
    code: '150423',
    slug: 'bairin-right',
    name: '巴林右旗',
    nameEn: 'Bairin Right Banner',
    shortName: '右旗',
    pinyin: 'Bālín Yòu Qí',
    kind: 'banner',
    seatTown: '大板镇',
    areaKm2: 10200,
    pairCode: '110115403',
    tagline: '石上有字，草上有羊',
    taglineEn: 'Letters on stone, sheep on grass',
    story:
      '巴林右旗的旗府在大板镇，与北京经济技术开发区结对。这里出巴林石，它是四大印章石之一，细润好刻，篆刻者喜爱。旗里也是昭乌达肉羊的产区，沿河种稻，牧户做奶豆腐条、晾超干牛肉干，秋天采野韭菜花磨成蘸酱。',
    storyEn:
      'Bairin Right, seated at Daban, is paired with the Beijing Economic-Technological Development Area. It gives Bairin stone, one of China’s four seal stones, fine-grained and a pleasure to carve. It also raises Zhaowuda sheep, grows rice along its rivers, dries beef hard, presses milk curd into sticks and grinds wild chive flowers in autumn.',
  },
  {
    code: '150424',
    slug: 'linxi',
    name: '林西县',
    nameEn: 'Linxi County',
    shortName: '林西',
    pinyin: 'Línxī Xiàn',
    kind: 'county',
    seatTown: '林西镇',
    areaKm2: 3600,
    pairCode: '110106',
    tagline: '香菇、野果和甜菜，塞外小城的三样甜鲜',
    taglineEn: 'Shiitake, wild apples and beet from beyond the passes',
    story:
      '林西县与北京市丰台区结对。五十家子镇的菇棚出香菇，鲜的清早采、干的自然开花；新城子镇的山坡上结小苹果，做成果干和果汁；县里还种甜菜，熬成细软的绵白糖。亚麻籽油、莜面和黄芪片，也是林西人家里常备的东西。',
    storyEn:
      'Linxi is paired with Fengtai in Beijing. Wushijiazi grows shiitake, fresh at dawn or dried until the caps crack into flowers. On the slopes of Xinchengzi small apples ripen for drying and juice, and the county’s beet becomes soft white sugar. Flaxseed oil, oat flour and astragalus complete a Linxi pantry.',
  },
  {
    code: '150425',
    slug: 'hexigten',
    name: '克什克腾旗',
    nameEn: 'Hexigten Banner',
    shortName: '克旗',
    pinyin: 'Kèshíkèténg Qí',
    kind: 'banner',
    seatTown: '经棚镇',
    areaKm2: 18900,
    pairCode: null,
    tagline: '一座湖，一片草原，一条慢慢长大的鱼',
    taglineEn: 'A lake, a grassland and a fish that takes its time',
    story:
      '克什克腾旗在赤峰西北，旗府在经棚镇，地势高，夏天凉。达里湖的华子鱼和鲫鱼都是农产品地理标志，鱼在半咸的湖水里慢慢长大；贡格尔草原放着昭乌达肉羊。冷凉地里的西兰花和土豆，坝上的金莲花、黄花菜，给夏天添了颜色。',
    storyEn:
      'Hexigten lies in the north-west, seated at Jingpeng, high and cool in summer. Huazi fish and crucian carp of Dali Lake are registered geographical indications, growing slowly in brackish water, and Zhaowuda sheep graze the Gonggeer grassland. Cool fields give broccoli and potatoes, and the uplands colour the summer with globeflowers and daylilies.',
  },
  {
    code: '150426',
    slug: 'ongniud',
    name: '翁牛特旗',
    nameEn: 'Ongniud Banner',
    shortName: '翁旗',
    pinyin: 'Wēngniútè Qí',
    kind: 'banner',
    seatTown: '乌丹镇',
    areaKm2: 11800,
    pairCode: '110112',
    tagline: '沙地里长稻子，稻田里养河蟹',
    taglineEn: 'Rice in the sand, crabs among the rice',
    story:
      '翁牛特旗的旗府在乌丹镇，与北京市通州区结对。海拉苏镇在沙地里种水稻，翁牛特大米因此得名；稻田里顺带养河蟹，沙地上种西瓜、结沙棘，林间散养着鸡。旱地的小米和绿豆归在赤峰小米、赤峰绿豆名下，昭乌达肉羊也在这里放牧。',
    storyEn:
      'Ongniud, seated at Wudan, is paired with Tongzhou in Beijing. Hailasu grows rice in the sand, which gave Ongniud rice its name; crabs share the paddies, watermelon and sea buckthorn share the dunes, and hens range among the trees. Dryland millet and mung beans fall under Chifeng’s names, and Zhaowuda sheep graze here.',
  },
  {
    code: '150428',
    slug: 'harqin',
    name: '喀喇沁旗',
    nameEn: 'Harqin Banner',
    shortName: '喀旗',
    pinyin: 'Kālǎqìn Qí',
    kind: 'banner',
    seatTown: '锦山镇',
    areaKm2: 3000,
    pairCode: '110102',
    tagline: '硬果番茄红十万亩，林下冒出赤松茸',
    taglineEn: 'Firm tomatoes by the field, wine-caps under the trees',
    story:
      '喀喇沁旗的旗府在锦山镇，与北京市西城区结对。全旗种着十万亩硬果番茄，品种有一百五十多个，还有一座三十五万平方米的智能温室。美林镇林下种赤松茸约一千一百亩；牛家营子北沙参二〇一二年登记为农产品地理标志，桔梗也出在那里。',
    storyEn:
      'Harqin, seated at Jinshan, is paired with Xicheng in Beijing. It grows about 6,700 hectares of firm tomatoes in more than 150 varieties and has a smart greenhouse of 350,000 square metres. Meilin raises some 73 hectares of wine-cap mushrooms under its trees, and Niujiayingzi glehnia root was registered as a geographical indication in 2012.',
  },
  {
    code: '150429',
    slug: 'ningcheng',
    name: '宁城县',
    nameEn: 'Ningcheng County',
    shortName: '宁城',
    pinyin: 'Níngchéng Xiàn',
    kind: 'county',
    seatTown: '天义镇',
    areaKm2: 4300,
    pairCode: '110107',
    tagline: '一镇一样菜，五十三万亩设施农业',
    taglineEn: 'One town, one vegetable, under thirty-five thousand hectares of cover',
    story:
      '宁城县的县城在天义镇，与北京市石景山区结对。全县设施农业五十三万亩，一镇一样菜：大城子种番茄，大双庙种黄瓜，一肯中种辣椒，汐子种韭菜，右北平种食用菌。果园二十五万亩，大樱桃、寒富苹果接着上市。宁城番茄是地理标志证明商标。',
    storyEn:
      'Ningcheng, seated at Tianyi, is paired with Shijingshan in Beijing. About 35,000 hectares are under cover, one vegetable to a town: tomatoes at Dachengzi, cucumbers at Dashuangmiao, peppers at Yikenzhong, chives at Xizi, mushrooms at Youbeiping. Orchards of some 17,000 hectares follow with cherries and apples. Ningcheng tomato is a certification trademark.',
  },
  {
    code: '150430',
    slug: 'aohan',
    name: '敖汉旗',
    nameEn: 'Aohan Banner',
    shortName: '敖汉',
    pinyin: 'Áohàn Qí',
    kind: 'banner',
    seatTown: '新惠镇',
    areaKm2: 8200,
    pairCode: '110108',
    tagline: '旱坡上的谷子，熬成一碗金黄',
    taglineEn: 'Millet of the dry slopes, a bowl of gold',
    story:
      '敖汉旗的旗府在新惠镇，与北京市海淀区结对。敖汉小米二〇一三年成为地理标志保护产品，二〇一九年进入中国农业品牌目录。旱坡上除了谷子，还有荞麦、高粱和大黄米；长胜镇的西红柿、西州蜜瓜、打瓜籽和红干椒，接着把夏天和秋天排满。',
    storyEn:
      'Aohan, seated at Xinhui, is paired with Haidian in Beijing. Aohan millet became a protected geographical indication in 2013 and entered China’s agricultural brand catalogue in 2019. Besides millet the dry slopes grow buckwheat, sorghum and sticky millet, while Changsheng fills summer and autumn with tomatoes, Xizhou melons, melon seeds and red chillies.',
  },
]

export type DistrictName = { code: string; name: string; nameEn: string }

/** Sixteen districts and the development area, a delivery zone and a partner of its own. */
export const districts: Array<DistrictName> = [
  { code: '110101', name: '东城区', nameEn: 'Dongcheng' },
  { code: '110102', name: '西城区', nameEn: 'Xicheng' },
  { code: '110105', name: '朝阳区', nameEn: 'Chaoyang' },
  { code: '110106', name: '丰台区', nameEn: 'Fengtai' },
  { code: '110107', name: '石景山区', nameEn: 'Shijingshan' },
  { code: '110108', name: '海淀区', nameEn: 'Haidian' },
  { code: '110109', name: '门头沟区', nameEn: 'Mentougou' },
  { code: '110111', name: '房山区', nameEn: 'Fangshan' },
  { code: '110112', name: '通州区', nameEn: 'Tongzhou' },
  { code: '110113', name: '顺义区', nameEn: 'Shunyi' },
  { code: '110114', name: '昌平区', nameEn: 'Changping' },
  { code: '110115', name: '大兴区', nameEn: 'Daxing' },
  { code: '110116', name: '怀柔区', nameEn: 'Huairou' },
  { code: '110117', name: '平谷区', nameEn: 'Pinggu' },
  { code: '110118', name: '密云区', nameEn: 'Miyun' },
  { code: '110119', name: '延庆区', nameEn: 'Yanqing' },
  {
    code: '110115403',
    name: '北京经济技术开发区',
    nameEn: 'Beijing Economic-Technological Development Area',
  },
]
