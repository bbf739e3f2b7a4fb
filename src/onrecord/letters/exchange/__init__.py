"""A check for other programs: SARIF for editors, W3C Web Annotations for annotation tools."""
