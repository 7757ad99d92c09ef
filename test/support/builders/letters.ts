import { randomUUID } from 'node:crypto';
import type { Letter } from '../../../src/notices/index.js';

/** A short notice to an organisation; everything can be said otherwise. */
export const aLetter = (words: Partial<Letter> = {}): Letter => ({
  kind: 'test-notice',
  title: '運営交付金交付決定通知書',
  titleNote: '通知',
  formLabel: '様式第2号（第7条関係）',
  numbered: true,
  addressee: {
    lines: ['〒838-0198', '見本市見本255番地1'],
    organization: '小郡校区協働のまちづくり協議会',
    person: '会長　髙﨑　𠮷子',
    honorific: '様',
  },
  sender: { title: '見本市長', name: '見本 太郎', seal: 'space' },
  blocks: [{ kind: 'paragraph', text: '次のとおり通知します。' }, { kind: 'end' }],
  contact: { section: '見本市コミュニティ推進課', person: null, phone: '0942-00-0000', mail: null },
  subjectKind: 'test',
  subjectId: randomUUID(),
  organizationId: null,
  ...words,
});
