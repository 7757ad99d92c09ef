/** 備品台帳, 財産処分 and 廃棄 of papers as the trail says it. */
export const PROPERTY_ACTIONS: readonly (readonly [string, string])[] = [
  ['property.registered', '備品台帳に記載'],
  ['property.dismissed', '備品でないと回答'],
  ['property.corrected', '備品台帳の記載を訂正'],
  ['property.correction-proposed', '備品台帳の訂正を申出（確認待ち）'],
  ['property.correction-refused', '備品台帳の訂正の申出を取りやめ'],
  ['property.struck', '備品台帳から削除（記載誤り）'],
  ['property.disposed', '制限の終わった備品の処分を記録'],
  ['disposal.applied', '財産処分承認申請を提出'],
  ['disposal.withdrawn', '財産処分承認申請を取下げ'],
  ['disposal.returned', '財産処分承認申請を差戻し'],
  ['disposal.proposed', '財産処分の承認を起案'],
  ['disposal.decided', '財産処分の承認を決定'],
  ['disposal.released', '財産処分の承認の起案を取りやめ'],
  ['disposal.letter-issued', '財産処分の通知書を施行'],
  ['disposal.letter-withdrawn', '財産処分の通知書を取消し'],
  ['records.disposal-decided', '保存期間を過ぎた書類の廃棄の決定を記録'],
];
