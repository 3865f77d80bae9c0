/** Requests and notifications beyond LSP that the client exchanges with the server; their shapes and meanings stand in `protocol/messages.ts`. */
import { NotificationType, RequestType } from 'vscode-languageclient';
import type { Notifications, Requests } from '../../protocol/messages';

const request = <Method extends keyof Requests>(method: Method) => new RequestType<Requests[Method][0], Requests[Method][1], void>(method);
const notification = <Method extends keyof Notifications>(method: Method) => new NotificationType<Notifications[Method]>(method);

export const RepairRequest = request('wenzhen/repair');
export const OutlineMarkdownRequest = request('wenzhen/outlineMarkdown');
export const DirectivesRequest = request('wenzhen/directives');
export const ExportDirectivesRequest = request('wenzhen/exportDirectives');
export const DetectEncodingRequest = request('wenzhen/detectEncoding');
export const OfficialsRequest = request('wenzhen/officials');
export const SlogansRequest = request('wenzhen/slogans');
export const ResourceRequest = request('wenzhen/resource');
export const EncodingNotification = notification('wenzhen/didChangeEncoding');
export const StatusNotification = notification('wenzhen/status');
export const IndexChangedNotification = notification('wenzhen/indexChanged');
