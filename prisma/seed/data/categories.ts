/** `icon` names a picture of the noto set; the first level is shown on the home page. */
export type CategoryText = {
  code: string
  name: string
  nameEn: string
  icon: string
  children: Array<{ code: string; name: string; nameEn: string; icon: string }>
}

export const categories: Array<CategoryText> = [
  {
    code: 'grain',
    name: '粮油杂粮',
    nameEn: 'Grains, beans and oils',
    icon: 'sheaf-of-rice',
    children: [
      { code: 'grain-millet', name: '小米', nameEn: 'Millet', icon: 'sheaf-of-rice' },
      { code: 'grain-beans', name: '杂粮杂豆', nameEn: 'Mixed grains and beans', icon: 'beans' },
      { code: 'grain-flour', name: '米面挂面', nameEn: 'Rice, flour and noodles', icon: 'cooked-rice' },
      { code: 'grain-oil', name: '食用油', nameEn: 'Cooking oils', icon: 'sunflower' },
      { code: 'grain-starch', name: '粉条', nameEn: 'Starch noodles', icon: 'steaming-bowl' },
    ],
  },
  {
    code: 'meat',
    name: '牛羊肉',
    nameEn: 'Lamb, beef and poultry',
    icon: 'cut-of-meat',
    children: [
      { code: 'meat-lamb', name: '羊肉', nameEn: 'Lamb', icon: 'meat-on-bone' },
      { code: 'meat-beef', name: '牛肉', nameEn: 'Beef', icon: 'cut-of-meat' },
      { code: 'meat-poultry', name: '禽肉', nameEn: 'Poultry', icon: 'poultry-leg' },
    ],
  },
  {
    code: 'dairy',
    name: '乳制品',
    nameEn: 'Dairy',
    icon: 'cheese-wedge',
    children: [
      { code: 'dairy-curd', name: '奶豆腐', nameEn: 'Milk curd', icon: 'cheese-wedge' },
      { code: 'dairy-skin', name: '奶皮子', nameEn: 'Milk skin', icon: 'cheese-wedge' },
      { code: 'dairy-butter', name: '黄油奶酪', nameEn: 'Butter and cheese', icon: 'butter' },
      { code: 'dairy-tea', name: '奶茶', nameEn: 'Milk tea', icon: 'teapot' },
      { code: 'dairy-tablets', name: '奶片', nameEn: 'Milk tablets', icon: 'glass-of-milk' },
    ],
  },
  {
    code: 'fungi',
    name: '菌菇干货',
    nameEn: 'Mushrooms and dried goods',
    icon: 'brown-mushroom',
    children: [
      { code: 'fungi-fresh', name: '鲜菇', nameEn: 'Fresh mushrooms', icon: 'brown-mushroom' },
      { code: 'fungi-dried', name: '干菇', nameEn: 'Dried mushrooms', icon: 'mushroom' },
      { code: 'fungi-ear', name: '木耳', nameEn: 'Wood ear', icon: 'mushroom' },
      { code: 'fungi-wild', name: '山野菜', nameEn: 'Wild vegetables', icon: 'herb' },
    ],
  },
  {
    code: 'produce',
    name: '新鲜果蔬',
    nameEn: 'Fresh fruit and vegetables',
    icon: 'tomato',
    children: [
      { code: 'produce-vegetable', name: '蔬菜', nameEn: 'Vegetables', icon: 'leafy-green' },
      { code: 'produce-fruit', name: '水果', nameEn: 'Fruit', icon: 'red-apple' },
      { code: 'produce-melon', name: '瓜类', nameEn: 'Melons', icon: 'melon' },
      { code: 'produce-tuber', name: '薯类', nameEn: 'Potatoes', icon: 'potato' },
    ],
  },
  {
    code: 'aquatic',
    name: '水产',
    nameEn: 'Lake fish and crab',
    icon: 'fish',
    children: [
      { code: 'aquatic-fish', name: '湖鱼', nameEn: 'Lake fish', icon: 'fish' },
      { code: 'aquatic-product', name: '鱼制品', nameEn: 'Fish products', icon: 'fish' },
      { code: 'aquatic-crab', name: '河蟹', nameEn: 'River crab', icon: 'crab' },
    ],
  },
  {
    code: 'herb',
    name: '中药材',
    nameEn: 'Herbs and roots',
    icon: 'herb',
    children: [
      { code: 'herb-root', name: '根茎类', nameEn: 'Roots', icon: 'ginger-root' },
      { code: 'herb-flower', name: '花茶类', nameEn: 'Flower teas', icon: 'hibiscus' },
    ],
  },
  {
    code: 'drink',
    name: '酒水饮料',
    nameEn: 'Drinks',
    icon: 'sake',
    children: [
      { code: 'drink-spirit', name: '白酒', nameEn: 'Spirits', icon: 'sake' },
      { code: 'drink-milk-liquor', name: '奶酒', nameEn: 'Milk liquor', icon: 'glass-of-milk' },
      { code: 'drink-wine', name: '果酒', nameEn: 'Fruit wine', icon: 'wine-glass' },
      { code: 'drink-juice', name: '果汁原浆', nameEn: 'Juice and purée', icon: 'beverage-box' },
      { code: 'drink-tea', name: '茶饮', nameEn: 'Tea', icon: 'teapot' },
    ],
  },
  {
    code: 'snack',
    name: '休闲食品',
    nameEn: 'Snacks',
    icon: 'cookie',
    children: [
      { code: 'snack-jerky', name: '肉干', nameEn: 'Dried meat', icon: 'bacon' },
      { code: 'snack-fruit', name: '果干', nameEn: 'Dried fruit', icon: 'cherries' },
      { code: 'snack-nuts', name: '炒货坚果', nameEn: 'Nuts and seeds', icon: 'chestnut' },
      { code: 'snack-pastry', name: '糕点', nameEn: 'Pastries', icon: 'moon-cake' },
    ],
  },
  {
    code: 'ready',
    name: '方便速食',
    nameEn: 'Ready to eat',
    icon: 'stuffed-flatbread',
    children: [
      { code: 'ready-duijia', name: '对夹面点', nameEn: 'Duijia and breads', icon: 'stuffed-flatbread' },
      { code: 'ready-bean-bun', name: '黏豆包', nameEn: 'Sticky bean buns', icon: 'dumpling' },
      { code: 'ready-soup', name: '汤品', nameEn: 'Soups', icon: 'steaming-bowl' },
      { code: 'ready-deli', name: '熟食', nameEn: 'Cooked meats and tofu', icon: 'bacon' },
    ],
  },
  {
    code: 'condiment',
    name: '调味酱菜',
    nameEn: 'Sauces, sugar and pickles',
    icon: 'jar',
    children: [
      { code: 'condiment-paste', name: '酱', nameEn: 'Pastes and sauces', icon: 'jar' },
      { code: 'condiment-vinegar', name: '醋', nameEn: 'Vinegar', icon: 'sake' },
      { code: 'condiment-sugar', name: '糖', nameEn: 'Sugar', icon: 'candy' },
      { code: 'condiment-chilli', name: '干椒', nameEn: 'Dried chillies', icon: 'hot-pepper' },
      { code: 'condiment-pickle', name: '酱菜', nameEn: 'Pickles', icon: 'jar' },
    ],
  },
  {
    code: 'egghoney',
    name: '禽蛋蜂产品',
    nameEn: 'Eggs and honey',
    icon: 'egg',
    children: [
      { code: 'egghoney-egg', name: '鸡蛋', nameEn: 'Eggs', icon: 'egg' },
      { code: 'egghoney-honey', name: '蜂蜜', nameEn: 'Honey', icon: 'honey-pot' },
    ],
  },
  {
    code: 'craft',
    name: '非遗文创',
    nameEn: 'Heritage crafts',
    icon: 'amphora',
    children: [
      { code: 'craft-stone', name: '巴林石', nameEn: 'Bairin stone', icon: 'gem-stone' },
      { code: 'craft-broom', name: '笤帚编织', nameEn: 'Brooms and weaving', icon: 'broom' },
      {
        code: 'craft-silver',
        name: '银饰皮画',
        nameEn: 'Silver, leather and cashmere',
        icon: 'framed-picture',
      },
      { code: 'craft-hongshan', name: '红山文创', nameEn: 'Hongshan keepsakes', icon: 'amphora' },
      { code: 'craft-textile', name: '剪纸刺绣', nameEn: 'Paper cutting and embroidery', icon: 'scissors' },
      { code: 'craft-liao', name: '辽瓷葫芦', nameEn: 'Liao ware and gourds', icon: 'teapot' },
    ],
  },
  {
    code: 'gift',
    name: '礼盒组合',
    nameEn: 'Gift boxes',
    icon: 'wrapped-gift',
    children: [
      { code: 'gift-grain', name: '杂粮礼盒', nameEn: 'Grain boxes', icon: 'wrapped-gift' },
      { code: 'gift-festival', name: '年货礼盒', nameEn: 'New Year boxes', icon: 'wrapped-gift' },
    ],
  },
]
