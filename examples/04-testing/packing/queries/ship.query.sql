
UPDATE orders SET status = 'shipped'
WHERE id = {{components.parcels.selectedRow.id}} AND status = 'paid'
