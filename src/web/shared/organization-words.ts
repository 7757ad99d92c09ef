import type { OrganizationState } from '../../organizations/index.js';
import type { Tone } from './feedback.js';

/** States of an organisation as people say them, with the tone of their tag. */
export const ORGANIZATION_STATE: Readonly<Record<OrganizationState, { label: string; tone: Tone }>> = {
  draft: { label: '記入中', tone: 'neutral' },
  submitted: { label: '確認待ち', tone: 'info' },
  returned: { label: '差戻し中', tone: 'warning' },
  registered: { label: '登録済み', tone: 'success' },
};
