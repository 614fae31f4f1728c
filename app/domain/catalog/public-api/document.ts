import { z } from 'zod'
import { publicSnapshot } from '#app/domain/live/snapshot.ts'
import { categoryList, divisionList, listParameters, problem, productDetail, productList } from './schemas.ts'

const schemas = {
  DivisionList: divisionList,
  CategoryList: categoryList,
  ProductList: productList,
  Product: productDetail,
  Counters: publicSnapshot,
  Problem: problem,
}
type SchemaName = keyof typeof schemas

/** The OpenAPI 3.1 document of the public API; its schemas are the ones that type the answers. */
export function openApiDocument(origin: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: '赤峰好物 · Chifeng Good Products',
      version: '1.0.0',
      description:
        'Goods of the twelve divisions of Chifeng, and live figures of their fairs. 赤峰十二个旗县区的商品目录和展会实时数字，只读。Errors are application/problem+json.',
    },
    servers: [{ url: origin }],
    paths: {
      '/api/v1/divisions': get('listDivisions', '十二个旗县区 · The twelve divisions', 'DivisionList'),
      '/api/v1/categories': get('listCategories', '两级类别 · Categories', 'CategoryList'),
      '/api/v1/products': get(
        'listProducts',
        '商品列表与搜索 · List and search',
        'ProductList',
        queryParameters(),
        [400],
      ),
      '/api/v1/products/{slug}': get(
        'findProduct',
        '一件商品 · One product',
        'Product',
        [slugParameter],
        [404],
      ),
      '/api/v1/exhibitions/{slug}/counters': get(
        'readCounters',
        '展会已核实的实时数字 · Live figures of a fair, verified only',
        'Counters',
        [slugParameter],
        [404],
      ),
    },
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema)]),
      ),
    },
  }
}

const slugParameter = { name: 'slug', in: 'path', required: true, schema: { type: 'string' } }

function get(
  operationId: string,
  summary: string,
  schema: SchemaName,
  parameters: ReadonlyArray<object> = [],
  errors: ReadonlyArray<number> = [],
) {
  const failures = errors.map((status) => [
    String(status),
    response('Problem', 'application/problem+json', '错误 · Problem'),
  ])
  return {
    get: {
      operationId,
      summary,
      parameters,
      responses: { '200': response(schema, 'application/json', summary), ...Object.fromEntries(failures) },
    },
  }
}

function response(schema: SchemaName, type: string, description: string) {
  return { description, content: { [type]: { schema: { $ref: `#/components/schemas/${schema}` } } } }
}

function queryParameters() {
  const { properties = {} } = jsonSchema(listParameters, 'input') as {
    properties?: Record<string, { description?: string }>
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: false,
    ...(description === undefined ? {} : { description }),
    schema: name === 'limit' ? { type: 'integer', minimum: 1, maximum: 100 } : schema,
  }))
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' })
  return rest
}
