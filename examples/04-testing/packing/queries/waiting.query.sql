
SELECT o.id, c.name AS customer, c.country, substr(o.ordered_at, 1, 10) AS ordered, o.total
FROM orders o JOIN customers c ON c.id = o.customer_id
WHERE o.status = 'paid'
  AND ({{components.country.value ?? null}} IS NULL OR c.country = {{components.country.value ?? null}})
ORDER BY o.ordered_at, o.id
LIMIT 50
