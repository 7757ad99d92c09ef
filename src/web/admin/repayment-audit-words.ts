/** 返還 as the trail says it. */
export const REPAYMENT_ACTIONS: readonly (readonly [string, string])[] = [
  ['repayment.opened', '返還を登録'],
  ['repayment.lowered', '返還を求める額を減額'],
  ['repayment.dropped', '返還を取下げ'],
  ['repayment.decided', '返還を決定'],
  ['repayment.demanded', '返還の通知を施行'],
  ['repayment.letter-withdrawn', '返還の通知を欠番にしたため施行前に戻した'],
  ['repayment.slip-issued', '返還の納付書を交付'],
  ['repayment.received', '返還金の領収を入力'],
  ['repayment.receipt-reversed', '返還金の領収を取消し'],
  ['repayment.paid-back', '過誤納金の還付を記録'],
  ['repayment.charge-relief', '加算金・延滞金を減免'],
  ['repayment.dunning', '返還金を督促'],
  ['repayment.plan', '返還金の履行延期・分割を決定'],
  ['repayment.remission', '返還金の免除を決定'],
  ['repayment.waiver', '返還金の権利放棄を記録'],
  ['repayment.write-off', '返還金を不納欠損として処理'],
];
