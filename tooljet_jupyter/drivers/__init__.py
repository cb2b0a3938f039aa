"""What a data source is: manifests, drivers, results and the pool of warm connections."""
