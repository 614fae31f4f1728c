type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'

type Details = { code?: string; param?: string; status?: number; isValidation?: boolean }

/** A refusal with Stripe's error object. */
export class ApiError extends Error {
  readonly type: ErrorType
  readonly status: number
  readonly code: string | null
  readonly param: string | null
  /** Refused before the endpoint began: Stripe keeps no idempotent result of these. */
  readonly isValidation: boolean

  constructor(type: ErrorType, message: string, details: Details = {}) {
    super(message)
    this.type = type
    this.status = details.status ?? 400
    this.code = details.code ?? null
    this.param = details.param ?? null
    this.isValidation = details.isValidation ?? false
  }
}

/** The endpoint understood the request and refuses it; kept under the idempotency key. */
export function refused(message: string, details: Details = {}): ApiError {
  return new ApiError('invalid_request_error', message, details)
}

/** The parameters themselves are wrong. */
export function invalid(message: string, param: string, code?: string): ApiError {
  return new ApiError('invalid_request_error', message, {
    param,
    isValidation: true,
    ...(code === undefined ? {} : { code }),
  })
}

export function missing(param: string): ApiError {
  return invalid(`Missing required param: ${param}.`, param, 'parameter_missing')
}

export function noSuch(kind: string, id: string, param = 'id'): ApiError {
  return new ApiError('invalid_request_error', `No such ${kind}: '${id}'`, {
    code: 'resource_missing',
    param,
    status: 404,
  })
}

export function errorBody(error: ApiError, requestId: string): object {
  const { code, param } = error
  return {
    error: {
      ...(code === null
        ? {}
        : { code, doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }),
      message: error.message,
      ...(param === null ? {} : { param }),
      request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}`,
      type: error.type,
    },
  }
}
