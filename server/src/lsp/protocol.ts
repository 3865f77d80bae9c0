/** Requests and notifications beyond the standard protocol; their shapes and meanings stand in `protocol/messages.ts`. */
import { NotificationType, RequestType } from 'vscode-languageserver';
import type { Notifications, Requests } from '../../../protocol/messages';

const request = <Method extends keyof Requests>(method: Method) => new RequestType<Requests[Method][0], Requests[Method][1], void>(method);
const notification = <Method extends keyof Notifications>(method: Method) => new NotificationType<Notifications[Method]>(method);

export const repair = request('wenzhen/repair');
export const outlineMarkdown = request('wenzhen/outlineMarkdown');
export const directives = request('wenzhen/directives');
export const exportDirectives = request('wenzhen/exportDirectives');
export const detectEncoding = request('wenzhen/detectEncoding');
export const officials = request('wenzhen/officials');
export const slogans = request('wenzhen/slogans');
export const resource = request('wenzhen/resource');
export const didChangeEncoding = notification('wenzhen/didChangeEncoding');
export const status = notification('wenzhen/status');
export const indexChanged = notification('wenzhen/indexChanged');
