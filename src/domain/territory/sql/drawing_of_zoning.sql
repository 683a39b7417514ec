select z.key, z.name, z.standing, z.schematic, public.st_assvg(z.outline, 0, 0),
    public.st_x(public.st_pointonsurface(z.outline)), -public.st_y(public.st_pointonsurface(z.outline)),
    public.st_xmin(z.outline), public.st_xmax(z.outline), -public.st_ymax(z.outline), -public.st_ymin(z.outline)
from territory.zone z
join territory.zoning g on g.id = z.zoning_id
where z.council_id = $1 and g.code = $2 and z.outline is not null
order by z.name, z.id
