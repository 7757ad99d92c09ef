/** The answers to what organisations told, as the trail says it. */
export const ACKNOWLEDGEMENT_ACTIONS: readonly (readonly [string, string])[] = [
  ['representative-change.told', '代表者の変更を届出'],
  ['representative-change.returned', '代表者の変更の届を差戻し'],
  ['representative-change.withdrawn', '代表者の変更の届を取下げ'],
  ['representative-change.confirmed', '代表者を変更'],
  ['acknowledgement.decided', '届出・報告への回答を決定'],
  ['acknowledgement.letter-issued', '届出・報告への通知書を施行'],
  ['acknowledgement.letter-withdrawn', '届出・報告への通知書を取消し'],
  ['grant-report.returned', '状況報告・事故報告を差戻し'],
  ['grant-report.withdrawn', '状況報告・事故報告を取下げ'],
];

/** What was told, as the subject of the trail. */
export const TOLD_SUBJECTS: readonly (readonly [string, string])[] = [
  ['account-change', '口座の変更への回答'],
  ['representative-change', '代表者の変更'],
  ['minor-change', '軽微な変更の届への回答'],
  ['progress-report', '状況報告への回答'],
  ['accident-report', '事故報告への回答'],
];
