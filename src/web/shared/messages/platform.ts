export const platformMessages = {
  'files.empty': 'ファイル「{name}」は中身がありません。正しいファイルを選び直してください。',
  'files.too-big': 'ファイル「{name}」は20MBを超えています。小さくするか、分けて添付してください。',
  'files.type-not-accepted':
    'ファイル「{name}」の種類は添付できません。PDF、写真（JPEG・PNG）など、案内にある種類で保存し直してください。',
  'files.content-differs':
    'ファイル「{name}」の中身が、名前の末尾（拡張子）と合っていません。元のソフトで保存し直してから添付してください。',
  'files.password': 'ファイル「{name}」にはパスワードがかかっています。パスワードを外して保存し直してください。',
} as const;
