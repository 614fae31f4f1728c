export const divisionNames: Readonly<Record<string, { zh: string; en: string }>> = {
  '150402': { zh: '红山区', en: 'Hongshan District' },
  '150403': { zh: '元宝山区', en: 'Yuanbaoshan District' },
  '150404': { zh: '松山区', en: 'Songshan District' },
  '150421': { zh: '阿鲁科尔沁旗', en: 'Ar Horqin Banner' },
  '150422': { zh: '巴林左旗', en: 'Bairin Left Banner' },
  '150423': { zh: '巴林右旗', en: 'Bairin Right Banner' },
  '150424': { zh: '林西县', en: 'Linxi County' },
  '150425': { zh: '克什克腾旗', en: 'Hexigten Banner' },
  '150426': { zh: '翁牛特旗', en: 'Ongniud Banner' },
  '150428': { zh: '喀喇沁旗', en: 'Harqin Banner' },
  '150429': { zh: '宁城县', en: 'Ningcheng County' },
  '150430': { zh: '敖汉旗', en: 'Aohan Banner' },
}
