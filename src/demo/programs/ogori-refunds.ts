import type { KeepingTerms } from '../../kernel/keeping-terms.js';
import { REFUND_PARTS, type ChargeTerms, type RefundTerms } from '../../kernel/refund-terms.js';

const charge = (article: string): ChargeTerms => ({
  article,
  percent: '10.95',
  yearCount: 'always-365',
  baseUnit: 1,
  unit: 100,
  least: 0,
});

/** How money is taken back; days, rates, rounding and articles are 見本. */
export const OGORI_REFUND: RefundTerms = {
  article: '交付規則第14条（見本）',
  days: 20,
  claimClass: 'private',
  addition: charge('交付規則第15条第1項（見本）'),
  lateCharge: charge('交付規則第15条第2項（見本）'),
  allocation: REFUND_PARTS,
  payAt: '小郡市の指定金融機関又は収納代理金融機関の窓口（見本）',
  formLabel: '様式第8号（第14条関係）（見本）',
};

/** What is kept after a grant; years, amounts and articles are 見本. */
export const OGORI_KEEPING: KeepingTerms = {
  years: 5,
  article: '交付規則第17条（見本）',
  propertyArticle: '交付規則第16条（見本）',
  propertyFrom: 30_000,
  propertyYears: 5,
  formLabel: '様式第10号（第16条関係）（見本）',
};
